using ServiceTray.Accounts;
using ServiceTray.Calendar;

namespace ServiceTray.Statistics;

/// <summary>Numbers without persons, as asked over GraphQL.</summary>
internal static class StatisticsQueries
{
    public static async Task<StatisticsReport?> StatisticsAsync(string county, string? quarter, StatisticsDesk desk, CurrentCaller current, CancellationToken cancellationToken) =>
        await desk.ReadAsync(county, quarter is null ? desk.Newest : Quarter.TryRead(quarter, out var read) ? read : throw new QuarterInvalidException(), current.Caller, cancellationToken);

    public static IReadOnlyList<GapRow>? Gaps(string county, GapReader gaps, CurrentCaller current)
    {
        StatisticsDesk.Require(current.Caller, county);
        return gaps.Read(county);
    }
}
