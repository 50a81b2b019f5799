using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Import;
using ServiceTray.Publishing.Reviews;
using ServiceTray.Themes;

namespace ServiceTray.Connections;

/// <summary>Where an organisation connects addresses of its own, sees how their readings went, and ends them; another's are as if they were not there.</summary>
internal sealed class ConnectionDesk(IDbContextFactory<TrayContext> contexts, ConnectionClient client, ConnectionEnder ender, Sealer sealer, HeldDesk held, ImportDesk runs, ImportClock importClock, TimeProvider clock)
{
    /// <summary>How many an organisation may have.</summary>
    public const int Most = 5;

    /// <summary>How often one can be read, in hours.</summary>
    public static readonly IReadOnlyList<int> Pauses = [1, 6, 24, 168];

    private const int RunsShown = 3;

    /// <summary>The organisation's connections with their latest runs.</summary>
    public async Task<IReadOnlyList<ConnectionShown>> ListAsync(Caller caller, Guid organisation, CancellationToken cancellationToken)
    {
        caller.Must(IsHers(caller, organisation));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var shown = new List<ConnectionShown>();
        var own = context.Set<Connection>().AsNoTracking().Where(row => row.OrganisationId == organisation);
        var owned = await own.Select(row => row.Id).Intersect(ConnectionOwner.Those(context)).ToListAsync(cancellationToken);
        foreach (var connection in await own.OrderBy(row => row.MadeAt).ToListAsync(cancellationToken))
        {
            var name = connection.SourceName;
            var latest = await context.ImportRuns.AsNoTracking().Where(run => run.Source == name).OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(RunsShown).ToListAsync(cancellationToken);
            shown.Add(new ConnectionShown(connection, ConnectionAddress.Of(connection, sealer)?.Shown, [.. latest.Select(ImportRunAnswer.Of)], await held.OfConnectionAsync(connection.Id, cancellationToken), !owned.Contains(connection.Id)));
        }

        return shown;
    }

    /// <summary>Connects an address and reads it soon; null: it is connected.</summary>
    public async Task<ConnectionProblem?> ConnectAsync(Caller caller, Guid organisation, ConnectionWish wish, CancellationToken cancellationToken)
    {
        caller.Must(IsHers(caller, organisation));
        if (client.Read(wish.Address) is not { } address || !Pauses.Contains(wish.Hours))
        {
            return ConnectionProblem.Address;
        }

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var known = await context.Set<Connection>().Where(row => row.OrganisationId == organisation && row.EndedAt == null).ToListAsync(cancellationToken);
        var isKnown = known.Any(row => ConnectionAddress.Of(row, sealer)?.Whole.AbsoluteUri == address.AbsoluteUri);
        if (isKnown || known.Count >= Most)
        {
            return isKnown ? ConnectionProblem.Twice : ConnectionProblem.Most;
        }

        context.Add(new Connection
        {
            Id = Guid.CreateVersion7(now), OrganisationId = organisation, Kind = wish.Kind, Address = new ConnectionAddress(address).Seal(sealer), Theme = wish.Theme, Hours = wish.Hours, MadeAt = now, MadeBy = caller.SignedIn(), NextAt = now,
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Ends a connection and takes away what it brought.</summary>
    /// <exception cref="ForbiddenException">It is not hers, or is none.</exception>
    public async Task EndAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var connection = await HersAsync(caller, id, cancellationToken);
        await ender.EndAsync(connection, cancellationToken);
    }

    /// <summary>Reads it at the next round.</summary>
    public async Task ReadSoonAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await HersAsync(caller, id, cancellationToken);
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Connection>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, now), cancellationToken);
    }

    /// <summary>Takes on what somebody connected who publishes here no more, and reads it at the next round.</summary>
    public async Task TakeOnAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await HersAsync(caller, id, cancellationToken);
        var (now, hers) = (clock.GetUtcNow(), caller.SignedIn());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Connection>().Where(row => row.Id == id && !ConnectionOwner.Those(context).Contains(row.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.MadeBy, hers).SetProperty(row => row.LeftToldAt, (DateTimeOffset?)null).SetProperty(row => row.NextAt, now), cancellationToken);
    }

    /// <summary>Answers a run of hers that would take much away.</summary>
    public async Task AnswerAsync(Caller caller, Guid id, Guid run, bool yes, CancellationToken cancellationToken)
    {
        var connection = await HersAsync(caller, id, cancellationToken);
        if (await runs.OpenAsync(run, cancellationToken) is { } asked && asked.Source == connection.SourceName)
        {
            await runs.AnswerAsync(run, yes, cancellationToken);
            importClock.Wake();
        }
    }

    private static bool IsHers(Caller caller, Guid organisation) => caller.IsAt(organisation, Role.Publisher);

    private async Task<Connection> HersAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Connection>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancellationToken) is { } found && IsHers(caller, found.OrganisationId)
            ? found
            : throw new ConnectionUnknownException();
    }
}

/// <summary>What to connect.</summary>
internal sealed record ConnectionWish(ConnectionKind Kind, string Address, ThemeCode? Theme, int Hours);

/// <summary>A connection with its latest runs, what waits for a second person, its host (null: the key to its address is gone), and whether nobody answers for it any more.</summary>
internal sealed record ConnectionShown(Connection Connection, string? Host, IReadOnlyList<ImportRunAnswer> Runs, IReadOnlyList<HeldOffering> Held, bool IsLeft);
