using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Refusals;

namespace ServiceTray.Statistics;

/// <summary>Tells the numbers of a quarter that is over to those who may read them; counted when first asked, and never again.</summary>
internal sealed class StatisticsDesk(IDbContextFactory<TrayContext> contexts, StatisticsCounter counter, TimeProvider clock)
{
    /// <summary>The last quarter of which there are numbers.</summary>
    public Quarter Newest => Quarter.LastOver(clock.GetUtcNow());

    /// <exception cref="ForbiddenException">The county is not the caller's.</exception>
    /// <exception cref="QuarterInvalidException">It is not over yet.</exception>
    public async Task<StatisticsReport> ReadAsync(string county, Quarter quarter, Caller caller, CancellationToken cancellationToken)
    {
        Require(caller, county);
        if (!quarter.IsOver(clock.GetUtcNow()))
        {
            throw new QuarterInvalidException();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await StoredAsync(context, county, quarter, cancellationToken) is { } known)
        {
            return known;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await StoredAsync(context, county, quarter, cancellationToken) is { } meanwhile)
        {
            return meanwhile;
        }

        var report = await counter.CountAsync(context, county, quarter, cancellationToken);
        context.Add(report);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return report;
    }

    /// <summary>Goes on only for those who may read the county's numbers.</summary>
    public static void Require(Caller caller, string county) => caller.Must(May(caller, county));

    /// <summary>Whether the caller may read the county's numbers.</summary>
    public static bool May(Caller caller, string county) =>
        caller.Is(Role.Administrator) || caller.IsIn(county, Role.StatisticsReader) || caller.IsIn(county, Role.CountyAdministrator);

    private static Task<StatisticsReport?> StoredAsync(TrayContext context, string county, Quarter quarter, CancellationToken cancellationToken)
    {
        var key = $"{quarter}";
        return context.Set<StatisticsReport>().AsNoTracking().FirstOrDefaultAsync(report => report.County == county && report.Quarter == key, cancellationToken);
    }
}

/// <summary>The quarter cannot be told.</summary>
internal sealed class QuarterInvalidException() : RefusalException(RefusalCodes.FilterInvalid, "A quarter is told as 2026-Q3, once it is over.");
