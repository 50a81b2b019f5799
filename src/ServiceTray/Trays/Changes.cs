using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Trays;

/// <summary>Tells what has changed in an offering since it was picked, as far as it matters to one who means to go.</summary>
internal static class Changes
{
    private static readonly LocalizedText Gone = LocalizedText.Of("Tätä ei enää ole tarjolla.", "Det här finns inte längre.", "This is no longer on offer.");
    private static readonly LocalizedText Over = LocalizedText.Of("Tämä on ohi.", "Det här är över.", "This is over.");
    private static readonly LocalizedText Cancelled = LocalizedText.Of("Tämä on peruttu.", "Det här är inställt.", "This is cancelled.");
    private static readonly LocalizedText Postponed = LocalizedText.Of("Tämä on siirretty myöhemmäksi.", "Det här är uppskjutet.", "This is put off.");
    private static readonly LocalizedText Moved = LocalizedText.Of("Aika on muuttunut.", "Tiden har ändrats.", "The time has changed.");
    private static readonly LocalizedText ElsewhereNow = LocalizedText.Of("Paikka on vaihtunut.", "Platsen har ändrats.", "The place has changed.");
    private static readonly LocalizedText Full = LocalizedText.Of("Nyt täynnä.", "Nu fullt.", "Full now.");

    /// <summary>The changes, the weightiest first; none: it stands as it did.</summary>
    public static IReadOnlyList<LocalizedText> Since(Standing then, Offering? offering, DateTimeOffset now)
    {
        if (offering is null)
        {
            return [Gone];
        }

        var happening = offering as Event;
        if (happening?.Status is EventStatus.Cancelled)
        {
            return [Cancelled];
        }

        if (happening is not null && happening.EndsAt <= now)
        {
            return [Over];
        }

        var standing = Standing.Of(offering, now);
        return
        [
            .. When(happening?.Status != then.Status && happening?.Status == EventStatus.Postponed, Postponed),
            .. When(happening?.Status != then.Status && happening?.Status == EventStatus.Moved, Moved),
            .. then.Dates.Where(date => date > now).Select(date => OfDate(date, offering)).OfType<LocalizedText>(),
            .. When(!standing.Places.SequenceEqual(then.Places), ElsewhereNow),
            .. When(standing.IsFull && !then.IsFull, Full),
        ];
    }

    // A date that was to take place: null while it still is.
    private static LocalizedText? OfDate(DateTimeOffset date, Offering offering) =>
        offering.OccurrencesBetween(date.AddTicks(-1), date.AddTicks(1)).FirstOrDefault(found => found.StartsAt == date)?.Status switch
        {
            EventStatus.Scheduled => null,
            EventStatus.Cancelled => Of(date, "Peruttu", "Inställt", "Cancelled"),
            EventStatus.Postponed => Of(date, "Siirretty myöhemmäksi", "Uppskjutet", "Put off"),
            EventStatus.Moved => Of(date, "Siirretty", "Flyttat", "Moved"),
            _ => Of(date, "Ei enää ohjelmassa", "Inte längre i programmet", "No longer planned"),
        };

    private static LocalizedText Of(DateTimeOffset date, string fi, string sv, string en)
    {
        var local = HelsinkiTime.Local(date);
        var (day, clock) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        return LocalizedText.Of(Line(Language.Fi, fi), Line(Language.Sv, sv), Line(Language.En, en));

        string Line(Language language, string words)
        {
            var texts = Texts.In(language);
            return $"{words}: {texts["At", texts.Date(day), texts.Time(clock)]}.";
        }
    }

    private static IEnumerable<LocalizedText> When(bool holds, LocalizedText text) => holds ? [text] : [];
}
