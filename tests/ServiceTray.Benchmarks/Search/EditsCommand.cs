using System.Diagnostics;
using System.Globalization;
using ServiceTray.Benchmarks.Http;

namespace ServiceTray.Benchmarks.Search;

/// <summary>What those who search wait while fifty offerings a second are edited, beside what they wait when none is, in turns.</summary>
internal static class EditsCommand
{
    private const int Seed = 2026;
    private const int Turns = 5;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(int size)
    {
        using var engine = new EnginePeer();
        engine.Index.Replace([.. new Made(Seed).Offerings(size).Select(EnginePeer.Document)], 1);
        var questions = new Made(Seed).Questions(10_000);
        await engine.AskAsync(questions);
        var (still, edited) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            var quiet = Waits(engine, questions);
            using var done = new CancellationTokenSource();
            var editing = EditAsync(engine, size, done.Token);
            var busy = Waits(engine, questions);
            await done.CancelAsync();
            still.Add(Figures.Quantile(quiet, 0.99));
            edited.Add(Figures.Quantile(busy, 0.99));
            Tell($"turn {turn + 1}: p99 {still[^1]:0} µs without edits, {edited[^1]:0} µs with {await editing / Turn.TotalSeconds:0} edits a second; medians {Figures.Median(quiet):0} and {Figures.Median(busy):0} µs");
        }

        Tell($"p99 with edits ÷ without: {Figures.Median(edited.Zip(still, (busy, quiet) => busy / quiet)):0.00} (median of {Turns} turns)");
        return 0;
    }

    private static List<double> Waits(EnginePeer engine, IReadOnlyList<MadeQuestion> questions)
    {
        var waits = new List<double>();
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Turn)
        {
            var start = Stopwatch.GetTimestamp();
            engine.Find(questions[waits.Count % questions.Count]);
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return waits;
    }

    // Each edit is taken in by itself, which is harder than the service's way, twice a second what has come.
    private static async Task<int> EditAsync(EnginePeer engine, int size, CancellationToken done)
    {
        var random = new Random(Seed);
        var texts = new Made(Seed).Offerings(int.MaxValue).GetEnumerator();
        using var timer = new PeriodicTimer(BetweenEdits);
        var edits = 0;
        while (!done.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            texts.MoveNext();
            engine.Index.Apply([EnginePeer.Document(texts.Current with { Number = random.Next(size) })], [], engine.Index.Sequence + 1);
            edits++;
        }

        return edits;
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
