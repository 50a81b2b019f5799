using Microsoft.EntityFrameworkCore;
using ServiceTray.Import;
using Xunit;

namespace ServiceTray.Tests.Import;

public sealed class SafeRuns
{
    [Fact]
    public async Task A_source_that_breaks_off_changes_nothing_and_says_why()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(new ListedSource(Enumerable.Range(0, 10)));
        var before = await folder.StateAsync();

        await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(new ListedSource(Enumerable.Range(0, 600), breaksOff: true, title: "Muu")));

        Assert.Equal(before, await folder.StateAsync());
        var run = Assert.Single(await folder.Desk.ListAsync(9, default), run => run.State == ImportRunState.Failed);
        Assert.Equal((ImportFailure.CutShort, "The source ends in the middle."), (run.FailureKind, run.Failure));
        Assert.Equal(0, await folder.CountStagedAsync());
    }

    [Fact]
    public async Task What_a_whole_source_lacks_goes_and_leaves_a_stone_until_it_comes_back()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(new ListedSource(Enumerable.Range(0, 30)));

        var part = await folder.RunAsync(new ListedSource(Enumerable.Range(0, 27), isWhole: false));
        var whole = await folder.RunAsync(new ListedSource(Enumerable.Range(0, 27)));
        var stones = await folder.StonesAsync();
        var back = await folder.RunAsync(new ListedSource(Enumerable.Range(0, 28)));

        Assert.Equal((0, 27), (part.Removed, part.Unchanged));
        Assert.Equal((3, 27), (whole.Removed, whole.Unchanged));
        Assert.Equal(new[] { 27, 28, 29 }.Select(ListedSource.IdOf).Order(), stones.Select(stone => stone.Id).Order());
        Assert.All(stones, stone => Assert.Equal("listed", stone.Source));
        Assert.Equal((1, 2), (back.Added, (await folder.StonesAsync()).Count));
    }

    [Fact]
    public async Task A_run_that_would_take_away_more_than_a_fifth_changes_nothing_and_asks()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(new ListedSource(Enumerable.Range(0, 100)));
        var before = await folder.StateAsync();

        var fifth = await folder.RunAsync(new ListedSource(Enumerable.Range(0, 80)), dryRun: true);
        var asks = await folder.RunAsync(new ListedSource(Enumerable.Range(0, 79)));

        Assert.Null(fifth.Asks);
        Assert.Equal(new RemovalShare(100, 21), asks.Asks);
        Assert.Equal(before, await folder.StateAsync());
        Assert.Contains(ImportReportText.Lines(asks, dryRun: false), line => line.EndsWith($"import approve {asks.Run}", StringComparison.Ordinal));

        Assert.True(await folder.Desk.AnswerAsync(asks.Run!.Value, yes: true, default));
        var done = await folder.Importer.FinishAsync("listed", default);

        Assert.Equal((21, 79), (done!.Removed, done.Unchanged));
        Assert.Equal((21, 0), ((await folder.StonesAsync()).Count, await folder.CountStagedAsync()));
        Assert.False(await folder.Desk.AnswerAsync(asks.Run.Value, yes: false, default));
    }

    [Fact]
    public async Task No_ends_a_run_that_asks_and_so_does_a_later_run()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.RunAsync(new ListedSource(Enumerable.Range(0, 10)));
        var before = await folder.StateAsync();

        var refused = await folder.RunAsync(new ListedSource([1]));
        Assert.True(await folder.Desk.AnswerAsync(refused.Run!.Value, yes: false, default));
        var overtaken = await folder.RunAsync(new ListedSource([2]));
        await folder.RunAsync(new ListedSource(Enumerable.Range(0, 10)));

        Assert.Equal(before, await folder.StateAsync());
        foreach (var report in new[] { refused, overtaken })
        {
            Assert.Equal(ImportRunState.Refused, (await folder.Desk.OpenAsync(report.Run!.Value, default))!.State);
        }

        Assert.Equal(0, await folder.CountStagedAsync());
        var beforehand = await folder.Importer.RunAsync(new ListedSource([1]), new ImportChoices(MayRemove: true), null, default);
        Assert.Equal((9, 1), (beforehand.Removed, beforehand.Unchanged));
    }

    [Fact]
    public async Task Two_runs_of_a_source_never_overlap_and_two_sources_may()
    {
        await using var folder = await ImportFolder.OpenAsync();
        using (RunLock.TryTake(folder.Database, "listed"))
        {
            var refused = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(new ListedSource([1])));
            Assert.Contains("going on", refused.Message, StringComparison.Ordinal);
            Assert.Null(await folder.Importer.FinishAsync("listed", default));
            Assert.Equal(1, (await folder.RunAsync(new ListedSource([1], name: "other"))).Added);
        }

        Assert.Equal(1, (await folder.RunAsync(new ListedSource([1]))).Unchanged);
    }

    [Fact]
    public async Task A_run_cut_while_it_is_applied_goes_on_where_it_was_and_counts_each_once()
    {
        await using var folder = await ImportFolder.OpenAsync();
        using var cut = new CancellationTokenSource();
        var progress = new Watching(told =>
        {
            if (told.Applied >= 500)
            {
                cut.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            folder.Importer.RunAsync(new ListedSource(Enumerable.Range(0, 1_000)), new ImportChoices(), progress, cut.Token));
        await using (var context = await folder.ContextAsync())
        {
            Assert.InRange(await context.Offerings.CountAsync(), 400, 900);
        }

        Assert.Equal("listed", Assert.Single(await folder.Desk.UnfinishedAsync(default)));
        var report = await folder.Importer.FinishAsync("listed", default);

        Assert.Equal((1_000, 0), (report!.Added, report.Unchanged));
        Assert.Equal(1_000, (await folder.RunAsync(new ListedSource(Enumerable.Range(0, 1_000)))).Unchanged);
    }

    [Fact]
    public async Task A_run_cut_while_it_reads_is_told_as_failed_and_the_next_begins_anew()
    {
        await using var folder = await ImportFolder.OpenAsync();
        using var cut = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.Importer.RunAsync(
            new ListedSource(Enumerable.Range(0, 1_000).Select(number =>
            {
                if (++read == 700)
                {
                    cut.Cancel();
                }

                return number;
            })),
            new ImportChoices(), null, cut.Token));

        Assert.Equal("", await folder.StateAsync());
        Assert.Equal(0, await folder.CountStagedAsync());
        Assert.Empty(await folder.Desk.UnfinishedAsync(default));
        Assert.Equal("It was told to stop before its source's end.", Assert.Single(await folder.Desk.ListAsync(9, default)).Failure);
        Assert.Equal(1_000, (await folder.RunAsync(new ListedSource(Enumerable.Range(0, 1_000)))).Added);
    }

    private sealed class Watching(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told(value);
    }
}
