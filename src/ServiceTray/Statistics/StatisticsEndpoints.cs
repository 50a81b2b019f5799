using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Places;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Web;

namespace ServiceTray.Statistics;

/// <summary>Numbers without persons, as a page.</summary>
internal static class StatisticsEndpoints
{
    public const string Path = "/tilastot";

    /// <summary>The query's names of the county and the quarter.</summary>
    public const string CountyField = "alue";
    public const string QuarterField = "jakso";

    private const int QuartersShown = 4;

    public static void MapStatistics(this IEndpointRouteBuilder app) => app.MapGet(Path, ShowAsync).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, StatisticsDesk desk, GapReader gaps, ProgrammeShelf programmes, Regions regions, CurrentCaller current)
    {
        var caller = current.Caller;
        var counties = programmes.All.Select(programme => programme.County).OfType<string>().Distinct()
            .Where(county => StatisticsDesk.May(caller, county)).Select(county => regions[county]).OfType<Region>().ToList();
        context.Response.Headers.CacheControl = "no-store";
        if (counties.Count == 0)
        {
            return PageAnswer.Of<StatisticsPage, StatisticsShown>(new(null, null, [], [], []));
        }

        var asked = context.Request.Query[CountyField].ToString();
        var county = counties.Find(one => one.Code == asked) ?? counties[0];
        var quarters = new List<Quarter> { desk.Newest };
        while (quarters.Count < QuartersShown)
        {
            quarters.Add(quarters[^1].Before());
        }

        var quarter = Quarter.TryRead(context.Request.Query[QuarterField], out var told) && quarters.Contains(told) ? told : quarters[0];
        var report = await desk.ReadAsync(county.Code, quarter, caller, context.RequestAborted);
        return PageAnswer.Of<StatisticsPage, StatisticsShown>(new(county, report, counties, quarters, gaps.Read(county.Code)));
    }
}

/// <summary>The page as it is shown; no county: none that counts is the caller's.</summary>
internal sealed record StatisticsShown(Region? County, StatisticsReport? Report, IReadOnlyList<Region> Counties, IReadOnlyList<Quarter> Quarters, IReadOnlyList<GapRow> Gaps);
