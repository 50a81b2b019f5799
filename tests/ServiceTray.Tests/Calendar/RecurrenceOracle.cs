using ServiceTray.Tests.Calendar.Oracle;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Calendar;

/// <summary>Series beside python3-recurring-ical-events: two thousand recorded ones, and fresh ones in the long run.</summary>
public sealed class RecurrenceOracle
{
    [Fact]
    public void Counts_every_recorded_series_alike()
    {
        var record = RecordedSeries.ReadRecord();
        Assert.True(record.Count >= 2_000, "The record is not whole.");
        Assert.True(Differences(record) is { Count: 0 }, string.Join('\n', Differences(record).Take(20)));
    }

    [SkippableFact]
    public void Counts_fresh_series_alike()
    {
        Skip.IfNot(LongRun.IsOn, "Only in the long run.");
        var seed = Environment.TickCount & 0xFFFFFF;
        var made = RecordedSeries.Make(Path.Combine(Repository.Root, "tests/ServiceTray.Tests/Calendar/Oracle/recurrence.py"), 2_000, seed);
        Skip.If(made is null, "python3-recurring-ical-events is not installed.");
        Assert.True(Differences(made!) is { Count: 0 }, $"Seed {seed}: {string.Join('\n', Differences(made!).Take(3))}");
    }

    private static IReadOnlyList<string> Differences(IReadOnlyList<RecordedSeries> series) =>
        [.. series.Where(one => !one.Count().SequenceEqual(one.Dates)).Select(one => $"{one.Start:O} {one.Rule}: {string.Join(", ", one.Dates.Except(one.Count()).Take(4))} but {string.Join(", ", one.Count().Except(one.Dates).Take(4))}")];
}
