using System.Globalization;
using Microsoft.Extensions.Primitives;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Publishing.Series;
using ServiceTray.Themes;

namespace ServiceTray.Publishing;

/// <summary>The page's form as it was typed: kept as it is when something is wrong, and read as a draft's content.</summary>
internal sealed class DraftForm(IReadOnlyDictionary<string, StringValues> fields)
{
    public static DraftForm Empty { get; } = new(new Dictionary<string, StringValues> { ["kind"] = "ACTIVITY" });

    public string this[string name] => fields.TryGetValue(name, out var value) ? value.ToString() : "";

    public bool Has(string name, string value) => fields.TryGetValue(name, out var values) && values.Contains(value);

    public int Version => int.TryParse(this["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>A draft as the form shows it.</summary>
    public static DraftForm Of(Draft draft)
    {
        var content = draft.Content;
        var time = content.Times.Count > 0 ? content.Times[0] : null;
        var date = content.Dates.Count > 0 ? content.Dates[0] : null;
        var series = content.Series;
        return new DraftForm(new Dictionary<string, StringValues>(SeriesForm.FieldsOf(series).Select(field => KeyValuePair.Create(field.Name, new StringValues(field.Value))))
        {
            ["version"] = draft.Version.ToString(CultureInfo.InvariantCulture),
            ["kind"] = PublicWords.Of(content.Kind),
            ["name"] = In(content.Name, "fi"),
            ["nameSv"] = In(content.Name, "sv"),
            ["nameEn"] = In(content.Name, "en"),
            ["summary"] = In(content.Summary, "fi"),
            ["summarySv"] = In(content.Summary, "sv"),
            ["summaryEn"] = In(content.Summary, "en"),
            ["description"] = In(content.Description, "fi"),
            ["theme"] = new StringValues([.. content.Themes.Select(PublicWords.Of)]),
            ["weekday"] = new StringValues([.. (series?.Weekdays ?? content.Times.Select(at => at.Weekday)).Select(day => $"{day}")]),
            ["day"] = (series?.First ?? date?.Day)?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            ["weeks"] = content.Dates.Count > 1 ? content.Dates.Count.ToString(CultureInfo.InvariantCulture) : "",
            ["from"] = Clock(series?.From ?? time?.From ?? date?.From),
            ["to"] = Clock(series?.To ?? time?.To ?? date?.To),
            ["break"] = content.Break?.To.ToString("O", CultureInfo.InvariantCulture),
            ["placeName"] = content.Place?.Name,
            ["street"] = content.Place?.Street,
            ["area"] = content.Place?.Area,
            ["placeShown"] = PublicWords.Of(content.Place?.Shown ?? PlaceDisclosure.Whole),
            ["pictureAlt"] = In(content.Picture?.Alternative ?? LocalizedText.Empty, "fi"),
            ["pictureAltSv"] = In(content.Picture?.Alternative ?? LocalizedText.Empty, "sv"),
            ["pictureAltEn"] = In(content.Picture?.Alternative ?? LocalizedText.Empty, "en"),
            ["phone"] = content.Phone,
            ["email"] = content.Email,
            ["web"] = content.Web,
            ["free"] = content.Free switch { true => "yes", false => "no", null => "" },
            ["lowThreshold"] = content.LowThreshold ? "yes" : "",
            ["onContact"] = content.OnContact ? "yes" : "",
        });
    }

    /// <summary>The content, and what cannot be read; words in languages that the form has no field for stay as they were.</summary>
    public (DraftContent Content, List<DraftProblem> Problems) Read(DraftContent? before)
    {
        var problems = new List<DraftProblem>();
        var kind = PublicWords.Read<OfferingKind>(this["kind"]) ?? OfferingKind.Activity;
        var series = PublicWords.Read<DraftRhythm>(this["repeat"]) is { } rhythm ? Series(rhythm, problems) : null;
        var isSeries = this["repeat"].Length > 0;
        var times = kind == OfferingKind.Activity && !isSeries ? Times(before, problems) : [];
        var dates = kind == OfferingKind.Event && !isSeries ? Dates(before, problems) : [];
        var content = (before ?? new DraftContent()) with
        {
            Kind = kind,
            Name = Texts(before?.Name, "name"),
            Summary = Texts(before?.Summary, "summary"),
            Description = Over(before?.Description, [("fi", this["description"])]),
            Themes = [.. fields.GetValueOrDefault("theme").Select(word => word is null ? null : PublicWords.Read<ThemeCode>(word)).OfType<ThemeCode>().Distinct()],
            Times = times,
            Dates = dates,
            Series = series,
            Break = kind == OfferingKind.Activity && this["breakOver"] != "yes" ? before?.Break : null,
            Place = $"{this["placeName"]}{this["street"]}{this["area"]}".Trim().Length == 0 ? null : new DraftPlace(Told("placeName"), Told("street"), this["area"].Trim(), PublicWords.Read<PlaceDisclosure>(this["placeShown"]) ?? PlaceDisclosure.Whole),
            Picture = before?.Picture is { } picture && this["pictureOff"] != "yes" ? picture with { Alternative = Alternative(picture.Alternative) } : null,
            Phone = Told("phone"),
            Email = Told("email"),
            Web = Told("web"),
            Free = this["free"] switch { "yes" => true, "no" => false, _ => null },
            LowThreshold = this["lowThreshold"] == "yes",
            OnContact = kind == OfferingKind.Activity && this["onContact"] == "yes",
        };
        return (content, problems);
    }

    /// <summary>What the picture shows, in words.</summary>
    public LocalizedText Alternative(LocalizedText? before) => Texts(before, "pictureAlt");

    private List<DayOfWeek> Weekdays() =>
        [.. fields.GetValueOrDefault("weekday").Select(word => Enum.TryParse<DayOfWeek>(word, out var day) && Enum.IsDefined(day) ? day : (DayOfWeek?)null).OfType<DayOfWeek>().Distinct()];

    private DraftSeries? Series(DraftRhythm rhythm, List<DraftProblem> problems)
    {
        if (Hours(problems, "times") is not var (from, to))
        {
            return null;
        }

        if (FirstDay() is { } first)
        {
            return SeriesForm.Read(this, rhythm, first, (from, to), Weekdays(), problems);
        }

        problems.Add(new DraftProblem("dates", this["day"].Length == 0 ? DraftFault.Missing : DraftFault.Wrong));
        return null;
    }

    private DateOnly? FirstDay() =>
        DateOnly.TryParseExact(this["day"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 2180 ? day : null;

    private List<WeeklyTime> Times(DraftContent? before, List<DraftProblem> problems)
    {
        var days = Weekdays();
        if (days.Count == 0)
        {
            return [];
        }

        if (Hours(problems, "times") is not var (from, to))
        {
            return [];
        }

        // Times that the form cannot show (several a day) stay when their first hours and days are left as they were.
        List<WeeklyTime> read = [.. days.Select(day => new WeeklyTime(day, from, to))];
        return before is { Times: { Count: > 0 } old } && old[0].From == from && old[0].To == to && old.Select(at => at.Weekday).Distinct().Order().SequenceEqual(days.Order()) ? [.. old] : read;
    }

    private List<DraftDate> Dates(DraftContent? before, List<DraftProblem> problems)
    {
        if (this["day"].Length == 0)
        {
            return [];
        }

        var weeks = this["weeks"].Length == 0 ? 1 : int.TryParse(this["weeks"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0;
        if (!DateOnly.TryParseExact(this["day"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year > 9000 || weeks is < 1 or > DraftCheck.MostDates)
        {
            problems.Add(new DraftProblem("dates", DraftFault.Wrong));
            return [];
        }

        if (Hours(problems, "dates") is not var (from, to))
        {
            return [];
        }

        List<DraftDate> read = [.. Enumerable.Range(0, weeks).Select(week => new DraftDate(day.AddDays(7 * week), from, to))];
        return before is { Dates: { Count: > 0 } old } && old.Count == weeks && old[0] == read[0] ? [.. old] : read;
    }

    private (TimeOnly From, TimeOnly To)? Hours(List<DraftProblem> problems, string field)
    {
        if (Clock(this["from"]) is { } from && Clock(this["to"]) is { } to && DraftHours.Are(from, to))
        {
            return (from, to);
        }

        problems.Add(new DraftProblem(field, DraftFault.Wrong));
        return null;
    }

    private LocalizedText Texts(LocalizedText? before, string field) => Over(before, [("fi", this[field]), ("sv", this[$"{field}Sv"]), ("en", this[$"{field}En"])]);

    private static LocalizedText Over(LocalizedText? before, (string Language, string Value)[] told) =>
        LocalizedText.Of([.. told.Select(text => (text.Language, (string?)text.Value.ReplaceLineEndings("\n"))), .. (before ?? LocalizedText.Empty).Where(text => !told.Any(field => field.Language == text.Language)).Select(text => (text.Language, (string?)text.Value))]);

    private string? Told(string field) => TypedText.OrNull(this[field]);

    private static string In(LocalizedText text, string language) => text.In(language)?.Value ?? "";

    private static string Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    // As browsers send it, and as Finns write it.
    private static TimeOnly? Clock(string written) =>
        TimeOnly.TryParseExact(written.Trim(), ["HH:mm", "H:mm", "H.mm", "HH.mm", "HH"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
