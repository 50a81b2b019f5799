using System.Net.Mail;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Import.Lahella;

/// <summary>An activity of Lähellä.fi into ours: with a rhythm of its own it goes on, with single dates it is an event.</summary>
internal sealed class LahellaReader(LahellaWish wish, TermRules rules, LahellaPlaceReader places, Regions regions, DateTimeOffset fetchedAt)
{
    private const string Vocabulary = "lahella";

    private Guid OrganisationId => Source.IdOf(wish.Name, "organization");

    /// <summary>Whose export it is.</summary>
    public IncomingOrganisation Organisation()
    {
        var name = LocalizedText.Of(wish.Organisation);
        return new IncomingOrganisation(new Organisation { Id = OrganisationId, Name = name, Kind = NamedKind.Of(name) ?? OrganisationKind.Other, Source = SourceOf("organization") });
    }

    /// <summary>The activity with its places; no offering: it cannot be shown, and the trouble says why.</summary>
    public (IReadOnlyList<Place> Places, IncomingOffering? Offering) Read(LahellaActivity told, Action<string, string> trouble)
    {
        var traits = told.Traits;
        var name = Words(traits, words => words.Name);
        if (traits is null || name.IsEmpty)
        {
            trouble("no-name", "It has no name.");
            return ([], null);
        }

        var channels = (traits.Channels ?? []).OfType<LahellaChannel>().ToList();
        var at = channels.Select((channel, i) => places.Read(told.Key!, i, channel, trouble)).OfType<Place>().DistinctBy(place => place.Id).ToList();
        var times = LahellaTimes.Read(channels.SelectMany(channel => channel.Events ?? []).OfType<LahellaTime>(), trouble);
        var themes = ThemesOf(traits, name);
        var offering = New(told.Key!, name, [.. themes.Select(theme => theme.Theme).Distinct()], times);
        offering.Recurrence = times.Series;
        offering.Summary = Words(traits, words => words.Summary);
        offering.Description = LahellaWordsReader.Joined(traits.Translations, words => [words?.Description, words?.Registration]);
        offering.PlaceIds = [.. at.Select(place => place.Id)];
        offering.Availability = LahellaAudiences.Regions(traits, regions, trouble);
        offering.Modes = [.. channels.SelectMany(channel => channel.Type ?? []).SelectMany(ModesOf).Distinct().Order()];
        offering.Audiences = LahellaAudiences.Audiences(traits);
        offering.Ages = LahellaAudiences.Ages(traits, trouble);
        offering.Languages = [.. (traits.Locale ?? []).OfType<string>().Select(LahellaWordsReader.Tag).Distinct()];
        offering.Price = new Price(
            traits.Pricing?.Contains("free") == true ? (traits.Pricing.Contains("paid") ? null : true) : traits.Pricing?.Contains("paid") == true ? false : null,
            null,
            Words(traits, words => words.Pricing));
        offering.Access = channels.Exists(channel => channel.RegistrationRequired == true) ? [AccessMode.Booking]
            : channels.Exists(channel => channel.RegistrationRequired == false) ? [AccessMode.DropIn] : [];
        offering.Accessibility = AccessibilityOf(channels);
        offering.Contacts = ContactsOf(traits, channels);
        offering.Links = LinksOf(traits, channels);
        return (at, new IncomingOffering(offering, [.. themes.Select(theme => theme.Rule)]));
    }

    private Offering New(string key, LocalizedText name, IReadOnlyList<ThemeCode> themes, LahellaTimes times) => times.Dates.Count > 0
        ? new Event { Id = Source.IdOf(wish.Name, key), Name = name, Themes = themes, OrganisationId = OrganisationId, Source = SourceOf(key), Occurrences = times.Dates }
        : new Activity { Id = Source.IdOf(wish.Name, key), Name = name, Themes = themes, OrganisationId = OrganisationId, Source = SourceOf(key), OpeningHours = times.Hours };

    private Source SourceOf(string id) => new(wish.Name, id, wish.Licence, fetchedAt);

    private List<(ThemeCode Theme, string Rule)> ThemesOf(LahellaTraits traits, LocalizedText name)
    {
        var codes = (traits.Theme ?? []).Concat(traits.Format ?? []).Append(traits.Type).OfType<string>();
        return [.. rules.Themes([.. codes.Select(code => new Term(code, [], Vocabulary))], name.Select(text => text.Value)).DistinctBy(theme => theme.Theme)];
    }

    private static LocalizedText Words(LahellaTraits? traits, Func<LahellaWords, string?> part) =>
        LahellaWordsReader.Joined(traits?.Translations, words => [words is null ? null : part(words)]);

    private static AttendanceMode[] ModesOf(string? type) => type switch
    {
        "place" => [AttendanceMode.InPerson],
        "online" => [AttendanceMode.Online],
        "hybrid" => [AttendanceMode.InPerson, AttendanceMode.Online],
        "phone" => [AttendanceMode.Phone],
        _ => [],
    };

    // What its organiser does not vouch for (ac_unknow) is not told.
    private static AccessibilityFact[] AccessibilityOf(IEnumerable<LahellaChannel> channels) =>
    [
        .. channels.SelectMany(channel => channel.Accessibility ?? []).Distinct().SelectMany(code => code switch
        {
            "ac_wheelchair" => new[] { AccessibilityAspect.Wheelchair },
            "ac_rollator" => [AccessibilityAspect.StepFree],
            "ac_inductionloop" => [AccessibilityAspect.InductionLoop],
            "ac_itoilet" => [AccessibilityAspect.AccessibleToilet],
            "ac_parking" => [AccessibilityAspect.Parking],
            _ => Array.Empty<AccessibilityAspect>(),
        }).Order().Select(aspect => new AccessibilityFact(aspect, AccessibilityState.Yes, LocalizedText.Empty)),
    ];

    private static Contact[] ContactsOf(LahellaTraits traits, IEnumerable<LahellaChannel> channels) =>
    [
        .. (traits.Contacts ?? []).OfType<LahellaContact>()
            .Select(contact => (contact.Type, Value: contact.Value?.Trim(), Label: LahellaWordsReader.Joined(contact.Translations, words => [words?.Description])))
            .Concat(channels.Select(channel => ((string?)"email", Value: channel.RegistrationEmail?.Trim(), Label: LocalizedText.Empty)))
            .Where(contact => contact.Value is { Length: > 0 } value && (contact.Item1 == "phone" ? value.Any(char.IsAsciiDigit) : contact.Item1 == "email" && MailAddress.TryCreate(value, out var read) && read.Address == value))
            .Select(contact => new Contact(contact.Item1 == "phone" ? ContactKind.Phone : ContactKind.Email, contact.Value!, contact.Label, LocalizedText.Empty))
            .DistinctBy(contact => (contact.Kind, contact.Value)).OrderBy(contact => contact.Kind),
    ];

    private static Link[] LinksOf(LahellaTraits traits, IEnumerable<LahellaChannel> channels) =>
    [
        .. (traits.Contacts ?? []).OfType<LahellaContact>().Where(contact => contact.Type == "www")
            .Select(contact => (contact.Value, Title: LahellaWordsReader.Joined(contact.Translations, words => [words?.Description])))
            .Concat(channels.Select(channel => (Value: channel.RegistrationUrl, Title: LocalizedText.Empty)))
            .Where(page => WebAddress.Read(page.Value) is not null)
            .Select(page => new Link(page.Value!.Trim(), page.Title)).DistinctBy(link => link.Url),
    ];
}
