using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>An event of the API, or a series with its sub-events, into ours.</summary>
internal sealed class LinkedEventReader(string source, string licence, LinkedCatalogue catalogue, LinkedPlaceReader places, TermRules rules, DateTimeOffset fetchedAt)
{
    private const string Volunteering = "Volunteering";

    /// <summary>The event with the dates of those told, and where it goes on; null: it cannot be shown, and the trouble says why.</summary>
    public (IncomingOffering Offering, Place? Place)? Read(LinkedEvent told, IEnumerable<LinkedEvent> dated, Action<string, string> trouble)
    {
        var name = LinkedTexts.Words(told.Name);
        var gathered = new LinkedDates(fetchedAt, trouble);
        gathered.Saw(told);
        foreach (var one in dated)
        {
            gathered.Add(one);
        }

        var dates = gathered.Nearest();
        if (name.IsEmpty || (dates.Count == 0 && gathered.PutOff.Count == 0))
        {
            trouble(name.IsEmpty ? "no-name" : "no-date", name.IsEmpty ? "It has no name." : "It has no date.");
            return null;
        }

        var terms = catalogue.Resolve(told.Keywords);
        var themes = Themes(told, terms, name);
        var isOnline = told.Location is { } location && LinkedPlaceReader.IsOnline(location);
        var place = isOnline ? null : PlaceOf(told, trouble);
        return (new IncomingOffering(
            new Event
            {
                Id = IdOf(told),
                Name = name,
                Themes = [.. themes.Select(theme => theme.Theme).Distinct()],
                OrganisationId = Source.IdOf(source, $"organization:{told.Publisher ?? told.DataSource}"),
                Source = new Source(source, told.Id!, licence, fetchedAt, WebAddress.Read(told.Address) is null ? null : told.Address),
                Summary = LinkedTexts.Words(told.ShortDescription),
                Description = LinkedTexts.Words(told.Description),
                Keywords = [.. terms.SelectMany(term => LinkedTexts.Words(term.Name)).Distinct()],
                PlaceIds = place is null ? [] : [place.Id],
                Availability = isOnline ? new Availability(true, false, []) : Availability.Nowhere,
                Modes = isOnline ? [AttendanceMode.Online] : place is null ? [] : [AttendanceMode.InPerson],
                Audiences = rules.Audiences(Terms(catalogue.Resolve(told.Audience))),
                Ages = AgesReader.Read(Age(told.AudienceMinAge), Age(told.AudienceMaxAge), trouble),
                Languages = [.. (told.InLanguage ?? []).Select(language => LinkedJson.IdOf(language?.Address)).OfType<string>()],
                Price = PriceOf(told),
                Links = LinksOf(told),
                Status = dates.Count == 0 ? EventStatus.Postponed : LinkedDates.StatusOf(told.EventStatus),
                Occurrences = dates,
                Registration = told.EnrolmentStartTime is null && told.EnrolmentEndTime is null
                    ? null
                    : new Registration(true, LocalizedText.Empty, told.EnrolmentStartTime, told.EnrolmentEndTime),
                UpdatedAt = Whole(gathered.ChangedAt),
            },
            [.. themes.Select(theme => theme.Rule)],
            gathered.PutOff), place);
    }

    public Guid IdOf(LinkedEvent told) => Source.IdOf(source, told.Id!);

    private List<(ThemeCode Theme, string Rule)> Themes(LinkedEvent told, IReadOnlyList<LinkedKeyword> keywords, LocalizedText name)
    {
        var themes = rules.Themes(Terms(keywords), name.Select(text => text.Value)).ToList();
        if (told.TypeId == Volunteering && themes.TrueForAll(theme => theme.Theme != ThemeCode.Community))
        {
            themes.Add((ThemeCode.Community, Volunteering));
        }

        return themes;
    }

    private static List<Term> Terms(IEnumerable<LinkedKeyword> keywords) =>
        [.. keywords.Select(keyword => new Term(keyword.Id!, [.. (keyword.Name?.Values ?? Enumerable.Empty<string?>()).Concat(keyword.AltLabels ?? []).OfType<string>()]))];

    private Place? PlaceOf(LinkedEvent told, Action<string, string> trouble)
    {
        if (told.Location is not { } location)
        {
            return null;
        }

        if (catalogue.Resolve(location) is { Id: not null } place)
        {
            return places.Read(place, trouble);
        }

        trouble("place-missing", "Its place was not given; it is shown without one.");
        return null;
    }

    private static int? Age(int? told) => told is > 0 ? told : null;

    /// <summary>Free or not when all offers agree; what they say in words stands as it is.</summary>
    private static Price PriceOf(LinkedEvent told)
    {
        var offers = (told.Offers ?? []).OfType<LinkedOffer>().ToList();
        var free = offers.Select(offer => offer.IsFree).OfType<bool>().Distinct().ToList();
        var words = offers.SelectMany(offer => LinkedTexts.Words(offer.Price).Concat(LinkedTexts.Words(offer.Description)))
            .GroupBy(text => text.Language, StringComparer.Ordinal)
            .Select(texts => (texts.Key, (string?)string.Join(". ", texts.Select(text => text.Value).Distinct())));
        return new Price(free.Count == 1 ? free[0] : null, null, LocalizedText.Of(words));
    }

    private static Link[] LinksOf(LinkedEvent told) =>
    [
        .. LinkedTexts.Pages(told.InfoUrl).GroupBy(page => page.Url, StringComparer.Ordinal).Select(page => new Link(page.Key, LocalizedText.Empty))
            .Concat((told.ExternalLinks ?? []).OfType<LinkedPage>().Where(page => WebAddress.Read(page.Link) is not null)
                .Select(page => new Link(page.Link!.Trim(), LocalizedText.Of((page.Language ?? "fi", page.Name)))))
            .DistinctBy(link => link.Url),
    ];

    // The database keeps milliseconds; what it cannot keep would look like a change each time.
    private static DateTimeOffset Whole(DateTimeOffset? instant) => instant is { } told ? DateTimeOffset.FromUnixTimeMilliseconds(told.ToUnixTimeMilliseconds()) : default;
}
