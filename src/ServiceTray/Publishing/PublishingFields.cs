using System.Globalization;
using ServiceTray.Accounts;
using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Publishing.Series;
using ServiceTray.Themes;

namespace ServiceTray.Publishing;

/// <summary>What a draft tells over GraphQL besides its own members.</summary>
internal static class DraftFields
{
    public static ValueTask<Organisation?> OrganisationAsync(Draft draft, OrganisationLoader organisations) => organisations.LoadAsync(draft.OrganisationId);

    public static Text? Name(Draft draft, [Enclosing] Language? language, RequestLanguage request) => draft.Content.Name.TextOrNull(language ?? request.Language);

    public static Text? Summary(Draft draft, [Enclosing] Language? language, RequestLanguage request) => draft.Content.Summary.TextOrNull(language ?? request.Language);

    public static Text? Description(Draft draft, [Enclosing] Language? language, RequestLanguage request) => draft.Content.Description.TextOrNull(language ?? request.Language);

    public static OfferingKind Kind(Draft draft) => draft.Content.Kind;

    public static IReadOnlyList<ThemeCode> Themes(Draft draft) => draft.Content.Themes;

    public static IReadOnlyList<WeeklyTime> Times(Draft draft) => draft.Content.Times;

    public static IReadOnlyList<DraftDate> Dates(Draft draft) => draft.Content.Dates;

    public static DraftSeries? Series(Draft draft) => draft.Content.Series;

    public static DraftPlace? Place(Draft draft) => draft.Content.Place;

    public static string? Phone(Draft draft) => draft.Content.Phone;

    public static string? Email(Draft draft) => draft.Content.Email;

    public static string? Web(Draft draft) => draft.Content.Web;

    public static bool? Free(Draft draft) => draft.Content.Free;

    public static bool LowThreshold(Draft draft) => draft.Content.LowThreshold;

    public static int Completeness(Draft draft) => Publishing.Completeness.Of(draft.Content).Score;

    public static string? MendFirst(Draft draft) => Publishing.Completeness.Of(draft.Content).MendFirst;

    public static async ValueTask<IReadOnlyList<string>> KeptFieldsAsync(Draft draft, DraftReader reader, CancellationToken cancellationToken) =>
        await reader.KeptAsync(draft.Id, cancellationToken);

    public static async ValueTask<IReadOnlyList<Edition>> HistoryAsync(Draft draft, CurrentCaller current, DraftReader reader, CancellationToken cancellationToken) =>
        await reader.HistoryAsync(current.Caller, draft.Id, cancellationToken) ?? [];
}

/// <summary>A weekday with its hours, on the clock.</summary>
internal static class DraftTimeFields
{
    public static Weekday Weekday(WeeklyTime time) => time.Weekday.FromMonday();

    public static string From(WeeklyTime time) => time.From.OnClock();

    public static string To(WeeklyTime time) => time.To.OnClock();
}

/// <summary>A day with its hours, on the clock.</summary>
internal static class DraftDateFields
{
    public static string From(DraftDate date) => date.From.OnClock();

    public static string To(DraftDate date) => date.To.OnClock();
}

/// <summary>Dates that come again, on the clock.</summary>
internal static class DraftSeriesFields
{
    public static string From(DraftSeries series) => series.From.OnClock();

    public static string To(DraftSeries series) => series.To.OnClock();

    public static IReadOnlyList<Weekday> Weekdays(DraftSeries series) => [.. series.Weekdays.Select(day => day.FromMonday())];
}

/// <summary>Times of day as GraphQL tells them.</summary>
internal static class DraftClock
{
    public static string OnClock(this TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
