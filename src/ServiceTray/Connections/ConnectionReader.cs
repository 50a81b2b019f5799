using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Import;
using ServiceTray.Import.Csv;
using ServiceTray.Import.ICalendar;
using ServiceTray.Places;
using ServiceTray.Publishing.Reviews;

namespace ServiceTray.Connections;

/// <summary>Reads a connection's address by the importer, and says when it is read next: later each time that it fails in a row.</summary>
internal sealed class ConnectionReader(
    IDbContextFactory<TrayContext> contexts, Importer importer, ConnectionClient client, HeldSieve sieve, Sealer sealer, TermRules rules, Regions regions, Gazetteer gazetteer, TimeProvider clock, ILogger<ConnectionReader> logger)
{
    private const int LongestPauseHours = 24 * 7;

    /// <summary>The longest that one reading may take.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>Those that are due and somebody of the organisation answers for, longest overdue first; also one of which a second person let something through.</summary>
    public async Task<IReadOnlyList<Connection>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Connection>().AsNoTracking()
            .Where(row => row.EndedAt == null && ConnectionOwner.Those(context).Contains(row.Id) && (row.NextAt <= now || (row.Failures == 0 && context.Set<HeldOffering>().Any(held => held.ConnectionId == row.Id && held.State == HeldState.LetThrough))))
            .OrderBy(row => row.NextAt).ToListAsync(cancellationToken);
    }

    /// <summary>Reads it now; its run's row tells how it went.</summary>
    public async Task ReadAsync(Connection connection, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestRun);
        var failures = 0;
        var until = clock.GetUtcNow() + LongestRun;
        await SetAsync(connection.Id, set => set.SetProperty(row => row.NextAt, until), cancellationToken);
        try
        {
            var address = ConnectionAddress.Of(connection, sealer) ?? throw new ImportException(ImportFailure.KeyGone, "The key to its address is gone.");
            await importer.RunAsync(new ConnectedSource(connection, SourceOf(connection, address.Whole), sieve, token => IsLiveAsync(connection.Id, token)), new ImportChoices(), null, patience.Token);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // What is wrong is for its organisation, in the run's row; a message may quote the address.
            failures = connection.Failures + 1;
            logger.LogInformation("Reading the connection {Connection} failed ({Kind}), {Failures} times in a row", connection.Id, fault.GetBaseException().GetType().Name, failures);
        }

        var pause = TimeSpan.FromHours(Math.Min((long)connection.Hours << Math.Min(failures, 20), Math.Max(connection.Hours, LongestPauseHours)));
        var next = clock.GetUtcNow() + pause;

        // Whoever asked for it meanwhile has it read once more.
        await SetAsync(connection.Id, set => set.SetProperty(row => row.NextAt, row => row.NextAt == until ? next : row.NextAt).SetProperty(row => row.Failures, failures), cancellationToken);
    }

    private async Task SetAsync(Guid id, Action<UpdateSettersBuilder<Connection>> set, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Connection>().Where(row => row.Id == id).ExecuteUpdateAsync(set, cancellationToken);
    }

    private async Task<bool> IsLiveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Connection>().AnyAsync(row => row.Id == id && row.EndedAt == null, cancellationToken);
    }

    private ISource SourceOf(Connection connection, Uri address) => connection.Kind == ConnectionKind.Calendar
        ? new CalendarSource(new CalendarWish("", address, true, connection.SourceName, "-", "fi", connection.Theme, null), client.Remote, ConnectionClient.Limits, rules, regions, gazetteer, clock)
        : new CsvSource(new CsvWish("", address, true, connection.SourceName, null), client.Remote, ConnectionClient.Limits, rules, regions, gazetteer, clock);
}
