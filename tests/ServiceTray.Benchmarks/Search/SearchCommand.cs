using System.Diagnostics;
using System.Globalization;
using ServiceTray.Benchmarks.Http;
using ServiceTray.Search.Storage;

namespace ServiceTray.Benchmarks.Search;

/// <summary>The search engine over made-up offerings: what it takes to build, hold, store and open them, and how long an answer takes beside its peers, in turns.</summary>
internal static class SearchCommand
{
    private const int Rounds = 5;
    private const int Seed = 2026;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(params int[] sizes)
    {
        Console.WriteLine("two words, any of them and all by turns, 20 km, the best twenty, total, counts by theme and municipality; one thread; managed Finnish chain");
        var earlier = 0.0;
        foreach (var size in sizes)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size:N0} offerings"));
            var took = await MeasureAsync(size);
            if (earlier > 0)
            {
                Tell($"time an answer ÷ that of the size before: {took / earlier:0.00}");
            }

            earlier = took;
        }

        return 0;
    }

    private static async Task<double> MeasureAsync(int size)
    {
        using var engine = new EnginePeer();
        Build(engine, size);
        Store(engine, size);
        var peers = new List<IPeer> { engine };
        if (size <= 100_000)
        {
            peers.Add(new Fts5Peer(new Made(Seed).Offerings(size)));
            if (await LucenePeer.TryStartAsync(new Made(Seed).Offerings(size)) is { } lucene)
            {
                peers.Add(lucene);
            }

            if (await PostgisPeer.TryStartAsync(new Made(Seed).Offerings(size)) is { } postgis)
            {
                peers.Add(postgis);
            }
        }

        var made = new Made(Seed);
        var times = peers.ToDictionary(peer => peer, _ => new List<double>());
        foreach (var peer in peers)
        {
            // Asked for so long, its code is the quickest there is: what compiles while it runs needs seconds, however many questions they are.
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Warming;)
            {
                await peer.AskAsync(made.Questions(peer.Questions));
            }
        }

        for (var round = 0; round < Rounds; round++)
        {
            var questions = made.Questions(peers.Max(peer => peer.Questions));
            foreach (var peer in peers)
            {
                var answers = await peer.AskAsync([.. questions.Take(peer.Questions)]);
                times[peer].Add(answers.Microseconds);
                if (round == 0)
                {
                    Tell($"{peer.Name} finds {(double)answers.Found / peer.Questions:0.0} offerings a question");
                }
            }
        }

        var ours = Figures.Median(times[engine]);
        Tell($"engine: {ours:0.0} µs an answer ({times[engine].Min():0.0}–{times[engine].Max():0.0})");
        foreach (var peer in peers.Skip(1))
        {
            var ratios = times[peer].Zip(times[engine], (theirs, own) => theirs / own);
            Tell($"{peer.Name}: {Figures.Median(times[peer]):0.0} µs an answer; {Figures.Median(ratios):0.0} times ours (median of the rounds' ratios)");
            peer.Dispose();
        }

        return ours;
    }

    private static void Build(EnginePeer engine, int size)
    {
        var documents = new Made(Seed).Offerings(size).Select(EnginePeer.Document).ToList();
        var before = Held();
        var start = Stopwatch.GetTimestamp();
        engine.Index.Replace(documents, 1);
        var took = Stopwatch.GetElapsedTime(start);
        var held = Held() - before;
        Tell($"built in {took.TotalSeconds:0.00} s, {size / took.TotalSeconds:N0} a second; {(double)held / size:N0} bytes of memory an offering");
        GC.KeepAlive(documents);

        static long Held() => GC.GetTotalMemory(forceFullCollection: true) + OwnMemory.Held;
    }

    private static void Store(EnginePeer engine, int size)
    {
        var file = Path.GetTempFileName();
        try
        {
            engine.Index.Save(file);
            var opened = EnginePeer.Empty();
            var start = Stopwatch.GetTimestamp();
            if (!opened.TryLoad(file, out var reason))
            {
                throw new InvalidOperationException(reason);
            }

            Tell($"opened from a file of {new FileInfo(file).Length / size:N0} bytes an offering in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.000} s");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Tell(FormattableString line) => Console.WriteLine("  " + line.ToString(CultureInfo.InvariantCulture));
}
