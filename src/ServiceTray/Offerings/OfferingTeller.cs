using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>Tells offerings as REST has them, in the language of the request.</summary>
internal sealed class OfferingTeller(OfferingReader offerings, TextHighlighter highlighter, Joins joins, Regions regions, RequestLanguage request, TimeProvider clock)
{
    private const int TimesAlone = 100;
    private const int TimesInList = 3;
    private const int NotToldSize = 5;

    private Language Language => request.Language;

    public async Task<OfferingAnswer?> TellAsync(Guid id, CancellationToken cancellationToken) =>
        await offerings.ReadAsync(id, cancellationToken) is { } placed ? Tell(placed, TimesAlone) : null;

    /// <summary>A page; what was taken away between the search and the reading is left out.</summary>
    public async Task<OfferingListAnswer> TellAsync(OfferingPage page, CancellationToken cancellationToken)
    {
        var notTold = page.NotTold.Take(NotToldSize).ToList();
        var read = (await offerings.ReadAsync([.. page.Hits.Select(hit => hit.Key), .. notTold], cancellationToken)).ToDictionary(placed => placed.Offering.Id);
        return new OfferingListAnswer
        {
            Items =
            [
                .. from hit in page.Hits
                   where read.ContainsKey(hit.Key)
                   select Tell(read[hit.Key], TimesInList) with
                   {
                       Score = hit.Score,
                       DistanceKm = hit.DistanceKm(),
                       Highlights = highlighter.Of(read[hit.Key].Offering, page.Understood.Query, Language),
                       Explanation = hit.Explanation,
                   },
            ],
            TotalCount = page.Total,
            PageInfo = new OfferingConnection(page).PageInfo,
            Facets = FacetsAnswer.Of(new OfferingFacets(page, regions), Language),
            NotTold = [.. notTold.Where(read.ContainsKey).Select(id => Tell(read[id], TimesInList))],
            NotToldCount = page.NotToldCount,
            Applied = page.Understood.Applied,
            Needs = [.. page.Understood.Needs.Select(need => NeedAnswer.Of(need, Language))],
            DidYouMean = page.Understood.DidYouMean,
            Relaxations = page.Understood.Relaxations,
            Centre = page.Centre is { } spot ? SpotAnswer.Of(spot, Language) : null,
        };
    }

    /// <summary>One, as it stands in a list.</summary>
    public OfferingAnswer Tell(PlacedOffering placed) => Tell(placed, TimesInList);

    private OfferingAnswer Tell(PlacedOffering placed, int times)
    {
        var (offering, organisation, places) = placed;
        var now = clock.GetUtcNow();
        var activity = offering as Activity;
        var dated = offering as Event;
        return new OfferingAnswer
        {
            Id = offering.Id,
            Kind = offering.Kind,
            Name = offering.Name.Pick(Language),
            Summary = offering.Summary.TextOrNull(Language),
            Description = offering.Description.TextOrNull(Language),
            Themes = offering.Themes,
            Organisation = OffererAnswer.Of(organisation, Language),
            Places = [.. places.Select(place => PlaceAnswer.Of(place, regions, Language))],
            Availability = AvailabilityAnswer.Of(offering.Availability, regions, Language),
            Modes = offering.Modes,
            Audiences = offering.Audiences,
            MinimumAge = offering.Ages.Minimum,
            MaximumAge = offering.Ages.Maximum,
            Languages = offering.Languages,
            Price = PriceAnswer.Of(offering.Price, Language),
            Access = offering.Access,
            Capacity = offering.Capacity,
            Accessibility = [.. offering.Accessibility.Select(fact => AccessibilityAnswer.Of(fact, Language))],
            LowThreshold = offering.LowThreshold,
            AcceptsReferrals = offering.AcceptsReferrals,
            OnContact = offering is Activity { OnContact: true },
            Contacts = [.. offering.Contacts.Select(contact => ContactAnswer.Of(contact, Language))],
            Links = [.. offering.Links.Select(link => LinkAnswer.Of(link, Language))],
            Picture = PictureAnswer.OrNull(ShownPicture.Of(offering), Language),
            Occurrences = [.. offering.OccurrencesBetween(now, null).Take(times).Select(date => OccurrenceAnswer.Of(new DatedOccurrence(offering.Id, date)))],
            Recurrence = RecurrenceWords.TextOrNull(offering.Recurrence, HelsinkiTime.Day(now), Language),
            OpeningHours = activity?.OpeningHours.Select(hours => OpeningHoursAnswer.Of(hours, Language)).ToList(),
            GuidancePoint = GuidancePointAnswer.OrNull(activity?.GuidancePoint, HelsinkiTime.Day(now), regions, Language),
            Status = dated?.Status,
            Registration = dated?.Registration is { } registration ? RegistrationAnswer.Of(registration, Language) : null,
            Source = offering.Source,
            UpdatedAt = offering.UpdatedAt,
            ConfirmedAt = offering.ConfirmedAt,
            NextCheckAt = Freshness.Of(offering).NextCheckAt,
            Stale = Freshness.Of(offering).IsStale(now),
            Replaces = joins.OthersOf(offering.Id),
        };
    }
}
