using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace ServiceTray.Tests.Referrals;

/// <summary>The tray is killed while referrals are sent, moved and told of: what it acknowledged is there, once, and all that is to be told is told and known again by its id.</summary>
public sealed class KilledWhileSending(ITestOutputHelper output) : IAsyncLifetime
{
    private const int AtOnce = 6;

    // Now and then it is killed while it delivers: the first mail of that start is taken, and before it hears so the tray is gone.
    private const int DeliversEvery = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private KilledTown town = null!;

    // A machine that has no quarter of an hour for it may say how many.
    private static int Rounds => !LongRun.IsOn ? 2
        : int.TryParse(Environment.GetEnvironmentVariable("SERVICETRAY_KILLS"), out var told) ? told : 300;

    public async Task InitializeAsync() => town = await KilledTown.PrepareAsync();

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task Loses_nothing_that_it_acknowledged_and_tells_everything_once_to_those_who_look_at_its_id()
    {
        var watch = Stopwatch.StartNew();
        var ledger = new AcknowledgedMoves();
        for (var round = 0; round < Rounds; round++)
        {
            await RoundAsync(ledger, round);
        }

        Assert.NotEmpty(ledger.Sent);
        var before = (Mails: town.Mails.Count, Calls: town.Calls.Count);
        await using var after = await town.StartWithinAsync();
        var deliverer = after.Services.GetRequiredService<NoticeDeliverer>();
        while (await deliverer.RunAsync(CancellationToken.None) > 0)
        {
        }

        await using var context = await after.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        await IsAllThereAsync(context, ledger);
        await IsAllToldAsync(context);
        Assert.True(town.Mails.Count > town.Mails.Distinct().Count(), "Nothing was told twice, so nobody was killed between telling and knowing it.");
        output.WriteLine(
            $"{Rounds} kills in {watch.Elapsed.TotalSeconds:F0} s: {ledger.Sent.Count} sendings and {ledger.Moves.Count} moves acknowledged and there; " +
            $"{town.Mails.Count} mails of {town.Mails.Distinct().Count()} notices, {town.Calls.Count} calls of {town.Calls.Distinct().Count()}; {before.Mails} and {before.Calls} came before the last start");
    }

    private async Task RoundAsync(AcknowledgedMoves ledger, int round)
    {
        await using var tray = await town.StartAsync();
        using var nurse = await town.SignInAsync(tray.Address, KilledTown.NurseName);
        using var coordinator = await town.SignInAsync(tray.Address, KilledTown.CoordinatorName);
        foreach (var (key, id) in ledger.Sent.TakeLast(3))
        {
            // Sent again after the kill: the same one, and no step of it that was told is missing.
            Assert.Equal(id, (await KilledTown.SendAsync(nurse, key))?.Id);
            var steps = await KilledTown.StepsAsync(coordinator, id);
            Assert.Empty(ledger.Of(id).Except(steps));
        }

        using var kill = new CancellationTokenSource(Patience);
        var isByDelivery = round % DeliversEvery == 1;
        var until = new Random(round).Next(1, AtOnce * 2);
        var counted = 0;
        using var gone = new ManualResetEventSlim();
        town.OnTold = () =>
        {
            if (isByDelivery)
            {
                // It never hears that this one was taken.
                kill.Cancel();
                gone.Wait(Patience);
            }
        };
        var working = Enumerable.Range(0, AtOnce).Select(i => WorkAsync(nurse, coordinator, ledger, $"{round}-{i}", () =>
        {
            if (Interlocked.Increment(ref counted) == until && !isByDelivery)
            {
                kill.Cancel();
            }
        })).ToList();
        try
        {
            await (isByDelivery ? Task.Delay(Timeout.Infinite, kill.Token) : Task.WhenAny(Task.WhenAll(working), Task.Delay(Timeout.Infinite, kill.Token)));
        }
        catch (OperationCanceledException)
        {
            // Now.
        }

        var told = town.Mails.Count;
        await tray.DisposeAsync();
        gone.Set();
        try
        {
            await Task.WhenAll(working);
        }
        catch (InvalidOperationException failed)
        {
            throw new InvalidOperationException($"Round {round}: {failed.Message}\n{tray.Output}", failed);
        }

        town.OnTold = () => { };
        Assert.True(!isByDelivery || told > 0, "Nothing was told before the patience was over.");
    }

    // One referral's way, as far as the tray lives: sent, received, then taken on or turned away.
    private async Task WorkAsync(HttpClient nurse, HttpClient coordinator, AcknowledgedMoves ledger, string key, Action acknowledged)
    {
        try
        {
            if (await KilledTown.SendAsync(nurse, key) is not { } seen)
            {
                return;
            }

            ledger.Sending(key, seen.Id);
            acknowledged();
            string[] moves = ["receiveReferral(order: $order)", key.EndsWith('0') ? "declineReferral(order: $order, reason: NO_ROOM)" : $"acceptReferral(order: $order, linkPerson: \"{town.Walker}\")"];
            foreach (var move in moves)
            {
                if (await KilledTown.MoveAsync(coordinator, move, seen) is not { } moved)
                {
                    return;
                }

                seen = moved;
                ledger.Moving(seen.Id, move[..move.IndexOf("Referral", StringComparison.Ordinal)].ToUpperInvariant());
                acknowledged();
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            // Killed in the middle: nothing was acknowledged.
        }
    }

    // Saved together or not at all: a referral, its steps, its key, its mark of sending, its entries of the log.
    private static async Task IsAllThereAsync(TrayContext context, AcknowledgedMoves ledger)
    {
        var referrals = await context.Set<Referral>().AsNoTracking().ToDictionaryAsync(referral => $"{referral.Id}");
        Assert.Empty(ledger.Sent.Values.Except(referrals.Keys));
        Assert.Equal(ledger.Sent.Count, ledger.Sent.Values.Distinct().Count());
        Assert.All(ledger.Moves, moved => Assert.Contains(referrals[moved.Id].Steps, step => PublicWords.Of(step.Move) == moved.Move));
        var ids = referrals.Values.Select(referral => referral.Id).Order().ToList();
        Assert.Equal(ids, (await context.Set<ReferralKey>().Select(key => key.Referral).ToListAsync()).Order());
        Assert.Equal(ids, (await context.Set<ReferralSending>().Select(sending => sending.Referral).ToListAsync()).Order());
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
        var logged = await context.Set<AuditEntry>().CountAsync(entry => entry.Act == "SEND" || entry.Act == "RECEIVE" || entry.Act == "ACCEPT" || entry.Act == "DECLINE");
        Assert.Equal(referrals.Values.Sum(referral => referral.Steps.Count(step => step.Move is ReferralMove.Send or ReferralMove.Receive or ReferralMove.Accept or ReferralMove.Decline)), logged);

        // What each step calls for by the paper: the desk and its program of what came, the sender of what was received or turned away, the link person of what she was given.
        var notices = await context.Set<ReferralNotice>().AsNoTracking().Select(notice => new { notice.Referral, notice.Audience }).ToListAsync();
        Assert.Equal(ids, notices.Where(notice => notice.Audience == NoticeAudience.Desk).Select(notice => notice.Referral).Order());
        Assert.Equal(ids, notices.Where(notice => notice.Audience == NoticeAudience.Program).Select(notice => notice.Referral).Order());
        Assert.Equal(Steps(ReferralMove.Receive, ReferralMove.Decline), notices.Count(notice => notice.Audience == NoticeAudience.Sender));
        Assert.Equal(Steps(ReferralMove.Accept), notices.Count(notice => notice.Audience == NoticeAudience.LinkPerson));

        int Steps(params ReferralMove[] moves) => referrals.Values.Sum(referral => referral.Steps.Count(step => moves.Contains(step.Move)));
    }

    // At least once: every notice came. Shown once: what came more often carries the same id, and there is no id that is no notice.
    private async Task IsAllToldAsync(TrayContext context)
    {
        var notices = await context.Set<ReferralNotice>().AsNoTracking().ToListAsync();
        Assert.All(notices, notice => Assert.NotNull(notice.DeliveredAt));
        Assert.Equal(notices.Where(notice => notice.Audience == NoticeAudience.Program).Select(notice => notice.Id).Order(), town.Calls.Distinct().Order());
        Assert.Equal(notices.Where(notice => notice.Audience != NoticeAudience.Program).Select(notice => notice.Id).Order(), town.Mails.Distinct().Order());
    }
}
