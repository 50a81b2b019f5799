using System.Globalization;
using System.Net.Mail;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.OpenReferral;

/// <summary>A service into an activity; its texts are in the one language that the data are in.</summary>
internal sealed class HsdsServiceReader(string source, string language, string? licence, TermRules rules, Regions regions, DateTimeOffset fetchedAt)
{
    private readonly HsdsPlaceReader places = new(source, language, regions);

    /// <summary>The activity with its places; null: it cannot be shown, and the trouble says why.</summary>
    public (IncomingOffering Offering, IReadOnlyList<Place> Places)? Read(HsdsService told, Action<string, string> trouble)
    {
        var name = Words(told.Name);
        if (name.IsEmpty || told.Organization?.Name is null)
        {
            trouble(name.IsEmpty ? "no-name" : "organisation-unknown", name.IsEmpty ? "It has no name." : "Its organisation is not in the data.");
            return null;
        }

        var at = (told.ServiceAtLocations ?? []).OfType<HsdsAtLocation>().Where(link => link.Location is not null).ToList();
        var visited = at.Select(link => link.Location!).Where(HsdsPlaceReader.IsVisited).DistinctBy(location => location.Id).Select(location => places.Read(location, trouble)).ToList();
        var terms = (told.Attributes ?? []).Select(attribute => attribute?.TaxonomyTerm).OfType<HsdsTaxonomyTerm>().Select(term => new Term(term.Code ?? term.Id ?? "", term.Name is null ? [] : [term.Name], term.Taxonomy)).ToList();
        var themes = rules.Themes(terms, [told.Name!]);
        return (new IncomingOffering(
            new Activity
            {
                Id = Source.IdOf(source, told.Id!),
                Name = name,
                Themes = [.. themes.Select(theme => theme.Theme).Distinct()],
                OrganisationId = OrganisationId(told.Organization),
                Source = new Source(source, told.Id!, licence, fetchedAt),
                Description = Words(string.Join("\n\n", new[] { told.Description, told.EligibilityDescription, told.ApplicationProcess }.OfType<string>())),
                Keywords = [.. terms.SelectMany(term => term.Names).Distinct().Select(word => new Text(word, language))],
                PlaceIds = [.. visited.Select(place => place.Id)],
                Availability = AreasOf(told),
                Modes = [.. at.Select(link => link.Location!.LocationType == "virtual" ? AttendanceMode.Online : AttendanceMode.InPerson).Distinct()],
                Audiences = rules.Audiences(terms),
                Ages = AgesReader.Read((int?)told.MinimumAge, (int?)told.MaximumAge, trouble),
                Languages = HsdsLanguages.Read((told.Languages ?? []).OfType<HsdsLanguage>()),
                Price = PriceOf(told),
                Contacts = ContactsOf(told, at),
                Links = LinksOf(told.Url),
                OpeningHours = HsdsHoursReader.Read((told.Schedules ?? []).Concat(at.SelectMany(link => link.Schedules ?? [])).OfType<HsdsSchedule>(), trouble),
                UpdatedAt = Instant(told.LastModified) ?? default,
                ConfirmedAt = Instant(told.AssuredDate),
            },
            [.. themes.Select(theme => theme.Rule)]), visited);
    }

    public IncomingOrganisation Read(HsdsOrganization told)
    {
        var name = LocalizedText.Of((language, told.Name));
        return new IncomingOrganisation(new Organisation
        {
            Id = OrganisationId(told),
            Name = name,
            Kind = NamedKind.Of(name) ?? OrganisationKind.Other,
            Description = Words(told.Description),
            Contacts = [.. MailOf(told.Email)],
            Links = LinksOf(told.Website ?? told.Url),
            Source = new Source(source, $"organization:{told.Id}", licence, fetchedAt),
        });
    }

    private Guid OrganisationId(HsdsOrganization told) => Source.IdOf(source, $"organization:{told.Id}");

    // Some tables write a line end as the two signs \n.
    private LocalizedText Words(string? words) => LocalizedText.Of((language, PlainText.Of(words?.Replace("\\n", "\n", StringComparison.Ordinal))));

    private Availability AreasOf(HsdsService told)
    {
        var names = (told.ServiceAreas ?? []).Select(area => area?.Name?.Trim()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Count == 0
            ? Availability.Nowhere
            : new Availability(names.Overlaps(["Suomi", "Finland"]), false, [.. regions.Municipalities.Concat(regions.Counties).Where(region => region.Name.Concat(region.ShortName).Any(name => names.Contains(name.Value))).Select(region => region.Code)]);
    }

    private Price PriceOf(HsdsService told)
    {
        var costs = (told.CostOptions ?? []).OfType<HsdsCost>().ToList();
        var amounts = costs.Select(cost => cost.Amount).OfType<decimal>().Where(amount => amount >= 0).ToList();
        var words = Words(string.Join(". ", costs.Select(cost => cost.AmountDescription ?? cost.Option).Prepend(told.FeesDescription).OfType<string>().Distinct()));
        var inEuros = costs.TrueForAll(cost => cost.Currency is null or "EUR");
        return new Price(amounts.Count == 0 ? null : amounts.TrueForAll(amount => amount == 0), amounts.Count > 0 && inEuros && amounts.Max() > 0 ? amounts.Max() : null, words);
    }

    private static Contact[] ContactsOf(HsdsService told, IEnumerable<HsdsAtLocation> at) =>
    [
        .. (told.Phones ?? []).Concat(at.SelectMany(link => link.Phones ?? [])).OfType<HsdsPhone>().Where(phone => phone.Number?.Any(char.IsAsciiDigit) == true && string.IsNullOrEmpty(phone.ContactId))
            .Select(phone => new Contact(ContactKind.Phone, phone.Extension is null ? phone.Number! : $"{phone.Number} ext. {phone.Extension}", LocalizedText.Empty, LocalizedText.Empty))
            .DistinctBy(contact => contact.Value),
        .. MailOf(told.Email),
    ];

    private static IEnumerable<Contact> MailOf(string? told) =>
        told?.Trim() is { } mail && MailAddress.TryCreate(mail, out var read) && read.Address == mail ? [new Contact(ContactKind.Email, mail, LocalizedText.Empty, LocalizedText.Empty)] : [];

    private static Link[] LinksOf(string? told)
    {
        var url = told?.Trim() ?? "";
        url = url.Contains("://", StringComparison.Ordinal) ? url : $"https://{url}";
        return WebAddress.Read(url) is not null && new Uri(url).Host.Contains('.', StringComparison.Ordinal) ? [new Link(url, LocalizedText.Empty)] : [];
    }

    private static DateTimeOffset? Instant(string? told) =>
        DateOnly.TryParseExact(told, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? HelsinkiTime.At(day, TimeOnly.MinValue).ToUniversalTime()
        : DateTimeOffset.TryParse(told, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds())
        : null;
}
