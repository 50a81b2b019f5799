using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Publishing.Series;

namespace ServiceTray.Publishing;

/// <summary>Makes an offering and its place of a draft, and a draft's content of an offering that a register brought.</summary>
internal sealed class OfferingComposer(DraftCheck check)
{
    /// <summary>The source of what is written here.</summary>
    public const string OwnSource = Source.Own;

    /// <summary>The offering as residents will see it.</summary>
    public PlacedOffering Compose(Guid id, DraftContent content, Organisation organisation, DateTimeOffset now)
    {
        var written = PlaceOf(id, content.Place);
        var region = written?.Municipality;

        // Told to who asks, it stands nowhere that residents or programs look.
        var place = content.OnContact ? null : written;
        Offering offering = content.Kind == OfferingKind.Event
            ? new Event
            {
                Id = id,
                Name = content.Name,
                Themes = content.Themes,
                OrganisationId = organisation.Id,
                Source = new Source(OwnSource, $"{id}"),
                Occurrences = [.. content.Dates.Select(OccurrenceOf).OrderBy(date => date.StartsAt)],
            }
            : new Activity
            {
                Id = id,
                Name = content.Name,
                Themes = content.Themes,
                OrganisationId = organisation.Id,
                Source = new Source(OwnSource, $"{id}"),
                OnContact = content.OnContact,
                OpeningHours = [.. (content.OnContact ? [] : content.Times).GroupBy(time => (time.From, time.To)).Select(HoursOf), .. content.Break is { } pause ? [ClosureOf(pause)] : Array.Empty<OpeningHours>()],
            };
        offering.Recurrence = content.OnContact ? null : content.Series?.AsRecurrence();
        offering.Summary = content.Summary;
        offering.Description = content.Description;
        offering.PlaceIds = place is null ? [] : [place.Id];
        offering.Availability = region is null ? Availability.Nowhere : new Availability(false, false, [region]);
        offering.Modes = written is null ? [] : [AttendanceMode.InPerson];
        offering.Price = new Price(content.Free, null, LocalizedText.Empty);
        offering.LowThreshold = content.LowThreshold;
        offering.Contacts = [.. ContactsOf(content)];
        offering.Links = content.Web is { } web ? [new Link(web, LocalizedText.Empty)] : [];
        offering.Picture = content.Picture;
        offering.UpdatedAt = now;
        offering.ConfirmedAt = now;
        return new PlacedOffering(offering, organisation, place is null ? [] : [place]);
    }

    /// <summary>What a register's record says, as a draft to go on from.</summary>
    public static DraftContent ContentOf(Offering offering, Place? place) =>
        new()
        {
            Kind = offering.Kind,
            Name = offering.Name,
            Summary = offering.Summary,
            Description = offering.Description,
            Themes = offering.Themes,
            Times = offering is Activity activity
                ? [.. from hours in activity.OpeningHours
                      where hours is { Closed: false, Opens: { } opens, Closes: { } closes } && DraftHours.Are(opens, closes)
                      from day in hours.Weekdays
                      select new WeeklyTime(day, hours.Opens!.Value, hours.Closes!.Value)]
                : [],
            Series = DraftSeries.Of(offering.Recurrence),
            Dates = offering is Event dated ? [.. dated.Occurrences.Select(DateOf)] : [],
            Place = place is null ? null : new DraftPlace(place.Name.TextOrNull(Language.Fi)?.Value, place.StreetAddress.TextOrNull(Language.Fi)?.Value, place.PostalCode ?? place.Municipality ?? "", place.Disclosure),
            Phone = offering.Contacts.FirstOrDefault(contact => contact.Kind == ContactKind.Phone)?.Value,
            Email = offering.Contacts.FirstOrDefault(contact => contact.Kind == ContactKind.Email)?.Value,
            Web = WebAddress.Read(offering.Links.FirstOrDefault()?.Url),
            Picture = offering.Picture,
            Free = offering.Price.Free,
            LowThreshold = offering.LowThreshold,
        };

    /// <summary>The id of the place of what is written here.</summary>
    public static Guid PlaceIdOf(Guid offering) => Source.IdOf(OwnSource, $"place of {offering}");

    // A street is on no map here: the point is that of the postal code or municipality, and the place says that it is about there.
    private Place? PlaceOf(Guid id, DraftPlace? written)
    {
        if (written is not { Area.Length: > 0 } || check.SpotOf(written.Area) is not { } spot)
        {
            return null;
        }

        var postal = written.Area.Split(' ', ',').FirstOrDefault(word => word.Length == 5 && word.All(char.IsAsciiDigit));
        return new Place
        {
            Id = PlaceIdOf(id),
            Name = LocalizedText.Of(written.Name),
            StreetAddress = LocalizedText.Of(written.Street),
            PostalCode = postal,
            Municipality = spot.Municipality?.Code,
            Coordinates = spot.Coordinates,
            Approximate = spot.Precision != SpotPrecision.Point,
            Disclosure = written.Shown,
        }.AsDisclosed();
    }

    private static IEnumerable<Contact> ContactsOf(DraftContent content)
    {
        if (content.Phone is { } phone)
        {
            yield return new Contact(ContactKind.Phone, phone, LocalizedText.Empty, LocalizedText.Empty);
        }

        if (content.Email is { } email)
        {
            yield return new Contact(ContactKind.Email, email, LocalizedText.Empty, LocalizedText.Empty);
        }
    }

    /// <summary>A break as residents see it.</summary>
    public static OpeningHours ClosureOf(DraftBreak pause) => new([], null, null, pause.From, pause.To, true, LocalizedText.Empty);

    private static OpeningHours HoursOf(IGrouping<(TimeOnly From, TimeOnly To), WeeklyTime> times) =>
        new([.. times.Select(time => time.Weekday).Distinct()], times.Key.From, times.Key.To, null, null, false, LocalizedText.Empty);

    private static Occurrence OccurrenceOf(DraftDate date) =>
        new(HelsinkiTime.At(date.Day, date.From), HelsinkiTime.At(DraftHours.EndOf(date.Day, date.From, date.To), date.To));

    private static DraftDate DateOf(Occurrence date)
    {
        var (start, end) = (HelsinkiTime.Local(date.StartsAt), HelsinkiTime.Local(date.EndsAt));
        return new DraftDate(DateOnly.FromDateTime(start.DateTime), TimeOnly.FromDateTime(start.DateTime), TimeOnly.FromDateTime(end.DateTime));
    }
}
