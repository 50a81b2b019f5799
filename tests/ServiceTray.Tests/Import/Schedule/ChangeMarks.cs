using ServiceTray.Import;
using ServiceTray.Import.Schedule;
using Xunit;

namespace ServiceTray.Tests.Import.Schedule;

/// <summary>How far the changes of a source are known to be on the tray.</summary>
public sealed class ChangeMarks
{
    [Fact]
    public void None_where_nothing_was_read_whole() => Assert.Null(ChangeMark.After(null, [Run(5, 0)]));

    [Fact]
    public void The_start_of_the_last_of_an_unbroken_row() => Assert.Equal(At(7), ChangeMark.After(Run(1), [Run(7, 4), Run(4, 0)]));

    [Fact]
    public void A_run_by_hand_that_asked_from_later_on_leaves_a_gap_and_moves_nothing() => Assert.Equal(At(4), ChangeMark.After(Run(1), [Run(4, 0), Run(9, 6)]));

    private static ImportRun Run(int began, int? since = null) =>
        new() { Id = Guid.Empty, Source = "ptv", Origin = "https://api.example/", StartedAt = At(began), Since = since is { } hour ? At(hour) : null };

    private static DateTimeOffset At(int hour) => new(2026, 11, 22, hour, 0, 0, TimeSpan.Zero);
}
