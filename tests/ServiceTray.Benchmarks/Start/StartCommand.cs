using System.Globalization;
using ServiceTray.Benchmarks.Publishing;

namespace ServiceTray.Benchmarks.Start;

/// <summary>How long a resident waits after a restart: from the start of the process until /health answers 200.</summary>
internal static class StartCommand
{
    public static async Task<int> RunAsync(int times)
    {
        using var program = await PublishedProgram.MakeAsync();
        Console.WriteLine($"first start, with seed data loaded and the index built: {Seconds(await StartOnceAsync(program))}");

        var again = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            again.Add(await StartOnceAsync(program));
        }

        again.Sort();
        Console.WriteLine($"later starts on the same data: median {Seconds(again[times / 2])}, from {Seconds(again[0])} to {Seconds(again[^1])} over {times}");
        return 0;
    }

    private static async Task<TimeSpan> StartOnceAsync(PublishedProgram program)
    {
        await using var tray = await program.StartAsync();
        await tray.StopAsync(TimeSpan.FromSeconds(30));
        return tray.ReadyAfter;
    }

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);
}
