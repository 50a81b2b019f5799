using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Ptv;

/// <summary>The register's three kinds of hours into ours.</summary>
internal static class PtvHoursReader
{
    private const string Exceptional = "Exceptional";

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The hours, with a name before each note when there is one to tell them apart.</summary>
    public static IEnumerable<OpeningHours> Read(IEnumerable<PtvHours> hours, LocalizedText of) =>
        hours.SelectMany(told => Read(told, Note(told, of)));

    private static IEnumerable<OpeningHours> Read(PtvHours told, LocalizedText note)
    {
        // The register writes an exception of a single day with its first day alone.
        var isException = told.ServiceHourType == Exceptional;
        var from = PtvTime.Day(told.ValidFrom);
        var to = PtvTime.Day(told.ValidTo) ?? (isException ? from : null);
        if (told.IsClosed == true)
        {
            return [new([], null, null, from, to, Closed: true, note, isException)];
        }

        if (told.IsAlwaysOpen == true)
        {
            return [new(Week, TimeOnly.MinValue, TimeOnly.MinValue, from, to, Closed: false, note, isException)];
        }

        var spans = told.OpeningHour.Told().SelectMany(span => Days(told, span)).Distinct().ToList();
        if (spans.Count == 0)
        {
            // No hours, yet words: "open in summer, in good weather" is worth reading.
            return note.IsEmpty ? [] : [new([], null, null, from, to, Closed: false, note, isException)];
        }

        return spans
            .GroupBy(span => (span.Opens, span.Closes))
            .Select(same => new OpeningHours(Sorted(same.Select(span => span.Day)), same.Key.Opens, same.Key.Closes, from, to, Closed: false, note, isException));
    }

    private static IEnumerable<(DayOfWeek? Day, TimeOnly Opens, TimeOnly Closes)> Days(PtvHours told, PtvSpan span)
    {
        if (PtvTime.Hour(span.From) is not { } opens || PtvTime.Hour(span.To) is not { } closes)
        {
            return [];
        }

        if (PtvTime.Weekday(span.DayFrom) is not { } first)
        {
            return told.ServiceHourType == Exceptional ? Dated(told).Select(day => (day, opens, closes)) : [];
        }

        var last = PtvTime.Weekday(span.DayTo) ?? first;
        return told.ServiceHourType == "OverMidnight" ? Through(first, last, opens, closes) : From(first, last).Select(day => ((DayOfWeek?)day, opens, closes));
    }

    /// <summary>Exceptional hours name dates and no weekdays: the weekdays of those dates; none when the dates are told in words only.</summary>
    private static IEnumerable<DayOfWeek?> Dated(PtvHours told)
    {
        var from = PtvTime.Day(told.ValidFrom);
        var to = PtvTime.Day(told.ValidTo) ?? from;
        if (from is not { } first || to is not { } last || last < first)
        {
            return [null];
        }

        return Enumerable.Range(0, Math.Min(7, last.DayNumber - first.DayNumber + 1)).Select(i => (DayOfWeek?)first.AddDays(i).DayOfWeek);
    }

    /// <summary>One stay from a day to another; past midnight a closing hour lies on the day after.</summary>
    private static IEnumerable<(DayOfWeek? Day, TimeOnly Opens, TimeOnly Closes)> Through(DayOfWeek first, DayOfWeek last, TimeOnly opens, TimeOnly closes)
    {
        var days = From(first, last).ToList();
        if (days.Count <= 1 || (days.Count == 2 && closes <= opens))
        {
            return [(first, opens, closes)];
        }

        return days.Select((day, i) => ((DayOfWeek?)day, i == 0 ? opens : TimeOnly.MinValue, i == days.Count - 1 ? closes : TimeOnly.MinValue))
            .Where(span => span.Item2 != TimeOnly.MinValue || span.Item3 != TimeOnly.MinValue || span.Item1 != last);
    }

    private static IEnumerable<DayOfWeek> From(DayOfWeek first, DayOfWeek last)
    {
        for (var day = first; ; day = (DayOfWeek)(((int)day + 1) % 7))
        {
            yield return day;
            if (day == last)
            {
                yield break;
            }
        }
    }

    private static DayOfWeek[] Sorted(IEnumerable<DayOfWeek?> days) =>
        [.. days.OfType<DayOfWeek>().Distinct().OrderBy(day => Array.IndexOf(Week, day))];

    private static LocalizedText Note(PtvHours told, LocalizedText of)
    {
        var note = PtvTexts.Joined(told.AdditionalInformation.Told());
        if (of.IsEmpty)
        {
            return note;
        }

        return note.IsEmpty ? of : LocalizedText.Of(note.Select(text => (text.Language, (string?)$"{NameIn(of, text.Language)}: {text.Value}")));
    }

    private static string NameIn(LocalizedText name, string tag) => (name.In(tag) ?? name.Pick(Language.Fi)).Value;
}
