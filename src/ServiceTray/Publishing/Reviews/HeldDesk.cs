using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;

namespace ServiceTray.Publishing.Reviews;

/// <summary>What came by connected addresses and waits: whoever may be the second person sees it, and lets it through as she saw it or gives it back; a program is nobody's second person.</summary>
internal sealed class HeldDesk(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Those that the caller may let through, the longest waiting first.</summary>
    public async Task<IReadOnlyList<HeldOffering>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (organisations, counties) = (caller.OrganisationsAs(Role.Publisher, Role.Helper), caller.CountiesAs(Role.CountyAdministrator));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<HeldOffering>().AsNoTracking()
            .Where(row => caller.Scopes == null && row.State == HeldState.Waiting && row.WrittenBy != caller.Id && (organisations.Contains(row.OrganisationId) || counties.Contains(row.County)))
            .OrderBy(row => row.AskedAt).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>One of them; null: it waits no more, or not for her.</summary>
    public async Task<HeldOffering?> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await OpenAsync(context, caller, id, cancellationToken);
    }

    /// <summary>What of a connection waits or was given back.</summary>
    public async Task<IReadOnlyList<HeldOffering>> OfConnectionAsync(Guid connection, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<HeldOffering>().AsNoTracking().Where(row => row.ConnectionId == connection && row.State != HeldState.Shown).OrderBy(row => row.AskedAt).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Lets it through at the next reading, or gives it back with words; as she saw it.</summary>
    /// <exception cref="DraftUnknownException">It waits no more, or not for her.</exception>
    /// <exception cref="DraftMovedException">It tells something else since.</exception>
    /// <exception cref="DraftRefusedException">The words are none, or too many.</exception>
    public async Task DecideAsync(Caller caller, Guid id, string print, string? givenBack, CancellationToken cancellationToken)
    {
        ReviewDesk.CheckWords(givenBack);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await OpenAsync(context, caller, id, cancellationToken) ?? throw new DraftUnknownException();
        if (row.Print != print)
        {
            throw new DraftMovedException(null);
        }

        (row.State, row.Words) = (givenBack is null ? HeldState.LetThrough : HeldState.GivenBack, givenBack?.Trim());
        (row.DecidedAt, row.DecidedBy) = (clock.GetUtcNow(), caller.SignedIn());
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<HeldOffering?> OpenAsync(TrayContext context, Caller caller, Guid id, CancellationToken cancellationToken) =>
        await context.Set<HeldOffering>().FirstOrDefaultAsync(row => row.Id == id && row.State == HeldState.Waiting, cancellationToken) is { } row
            && caller.Scopes is null && row.WrittenBy != caller.Id && DraftRights.Reviews(caller, row.OrganisationId, row.County) ? row : null;
}
