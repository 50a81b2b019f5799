using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Guidance;

/// <summary>Counts guidance that is no referral, by one tap.</summary>
internal sealed class GuidanceLog(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    /// <summary>One more.</summary>
    /// <exception cref="ForbiddenException">The organisation is not where the caller works with clients.</exception>
    public async Task CountAsync(Guid organisation, GuidancePath path, ThemeCode? theme, Caller caller, CancellationToken cancellationToken)
    {
        caller.Must(caller.IsAt(organisation, Role.Professional));
        var month = Quarter.MonthOf(HelsinkiTime.Day(clock.GetUtcNow()));
        var told = theme is { } code ? PublicWords.Of(code) : GuidanceCount.NoTheme;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Set<GuidanceCount>().FirstOrDefaultAsync(
            row => row.Month == month && row.Organisation == organisation && row.Path == path && row.Theme == told, cancellationToken) is { } known)
        {
            known.Count++;
        }
        else
        {
            context.Add(new GuidanceCount { Month = month, Organisation = organisation, Path = path, Theme = told, Count = 1 });
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
