using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Publishing.Series;

namespace ServiceTray.Publishing;

/// <summary>Tells what of a draft is wrong, and what it lacks before residents may see it.</summary>
internal sealed class DraftCheck(Gazetteer gazetteer)
{
    public const int LongestLine = 200;
    public const int LongestSummary = 500;
    public const int LongestDescription = 10_000;
    public const int MostDates = 200;

    /// <summary>What can never be kept.</summary>
    public IReadOnlyList<DraftProblem> Wrong(DraftContent content) =>
    [
        .. Text("name", content.Name, LongestLine),
        .. Text("summary", content.Summary, LongestSummary),
        .. Text("description", content.Description, LongestDescription),
        .. Text("pictureAlt", content.Picture?.Alternative ?? LocalizedText.Empty, LongestSummary),
        .. Line("phone", content.Phone),
        .. Line("email", content.Email),
        .. Line("web", content.Web),
        .. Line("placeName", content.Place?.Name),
        .. Line("street", content.Place?.Street),
        .. Line("area", content.Place?.Area),
        .. If(content.Email is { } email && !(email.Contains('@', StringComparison.Ordinal) && !email.Any(char.IsWhiteSpace)), "email", DraftFault.Wrong),
        .. If(content.Phone is { } phone && !phone.Any(char.IsAsciiDigit), "phone", DraftFault.Wrong),
        .. If(content.Web is { } web && WebAddress.Read(web) is null, "web", DraftFault.Wrong),
        .. If(content.Themes.Count != content.Themes.Distinct().Count(), "themes", DraftFault.Wrong),
        .. If(content.Times.Any(time => !DraftHours.Are(time.From, time.To)) || content.Times.Count > 7 * 4, "times", DraftFault.Wrong),
        .. If(content.Dates.Any(date => !DraftHours.Are(date.From, date.To)), "dates", DraftFault.Wrong),
        .. If(content.Dates.Count > MostDates, "dates", DraftFault.TooMany),
        .. If(content.Series is { } series && (!DraftHours.Are(series.From, series.To) || series.Until < series.First), "dates", DraftFault.Wrong),
        .. If(content.Series is { IsWithinBounds: false }, "until", DraftFault.Wrong),
        .. If(content.Series is { NotOn.Count: > DraftSeries.MostNotOn }, "notOn", DraftFault.TooMany),
        .. If(content.Series is { BeginsInRhythm: false }, "dates", DraftFault.OutOfRhythm),
        .. If(content.Place is { Area: var area } && area.Length is > 0 and <= LongestLine && ReadableText.Is(area) && SpotOf(area) is null, "area", DraftFault.PlaceUnknown),
    ];

    /// <summary>What is missing for residents.</summary>
    public static IReadOnlyList<DraftProblem> Lacking(DraftContent content, Organisation organisation, bool hasPerson) =>
    [
        .. If(content.Name.IsEmpty, "name", DraftFault.Missing),
        .. If(content.Summary.IsEmpty, "summary", DraftFault.Missing),
        .. If(content.Themes.Count == 0, "themes", DraftFault.Missing),
        .. If(content.Picture is { Alternative.IsEmpty: true }, "pictureAlt", DraftFault.Missing),
        .. If(content.Kind == OfferingKind.Event && content.Dates.Count == 0 && content.Series is null, "dates", DraftFault.Missing),
        .. If(content.Place is null || content.Place.Area.Length == 0, "area", DraftFault.Missing),
        .. If(!hasPerson && content.Phone is null && content.Email is null && content.Web is null && organisation.Contacts.Count == 0, "phone", DraftFault.Missing),
    ];

    /// <summary>What the words of a place mean; null: nothing is known by them.</summary>
    public Spot? SpotOf(string area) => gazetteer.ResolveOrNull(area);

    private static IEnumerable<DraftProblem> Text(string field, LocalizedText text, int longest) =>
        If(text.Any(words => words.Value.Length > longest), field, DraftFault.TooLong).Concat(If(text.Any(words => !ReadableText.Is(words.Value)), field, DraftFault.Unreadable));

    private static IEnumerable<DraftProblem> Line(string field, string? text) =>
        If(text?.Length > LongestLine, field, DraftFault.TooLong).Concat(If(text is not null && (!ReadableText.Is(text) || text.Any(char.IsControl)), field, DraftFault.Unreadable));

    private static IEnumerable<DraftProblem> If(bool wrong, string field, DraftFault fault) => wrong ? [new DraftProblem(field, fault)] : [];
}
