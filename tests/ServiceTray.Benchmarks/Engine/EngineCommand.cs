using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using ServiceTray.Benchmarks.Http;
using ServiceTray.Tests.Support;

namespace ServiceTray.Benchmarks.Engine;

/// <summary>The engine over ready objects beside a bare endpoint with the same bytes and beside mercurius, in turns; then its first plans and a hostile client.</summary>
internal static class EngineCommand
{
    public static async Task<int> RunAsync(int rounds, int seconds)
    {
        var files = Directory.CreateTempSubdirectory("servicetray-benchmark-");
        try
        {
            var (pageFile, answerFile) = (Path.Combine(files.FullName, "page.json"), Path.Combine(files.FullName, "answer.json"));
            await File.WriteAllTextAsync(pageFile, Catalogue.ToJson());
            await using var engine = await StartAsync("engine-server");
            await File.WriteAllBytesAsync(answerFile, await AskAsync(engine.Address));
            await using var bare = await StartAsync("bare", answerFile);
            await using var mercurius = await Mercurius.TryStartAsync(pageFile);
            if (mercurius is not null && !Enumerable.SequenceEqual(await AskAsync(mercurius.Address), await File.ReadAllBytesAsync(answerFile)))
            {
                throw new InvalidOperationException("mercurius answers something else.");
            }

            await CompareAsync(engine, bare, mercurius, rounds, seconds, new FileInfo(answerFile).Length);
            await HostileClient.MeasureAsync(engine.Address, rounds, seconds);
        }
        finally
        {
            files.Delete(recursive: true);
        }

        await ColdPlans.MeasureAsync();
        return 0;
    }

    private static async Task CompareAsync(RunningTray engine, RunningTray bare, RunningTray? mercurius, int rounds, int seconds, long bytes)
    {
        using var load = ILoad.Of(Catalogue.Question);
        Console.WriteLine($"{load.Name}, {rounds} rounds of {seconds} s in turns, {Environment.ProcessorCount} cores, an answer of {bytes} bytes");
        var sides = new List<Side> { new("engine", engine.Address), new("bare", bare.Address) };
        if (mercurius is not null)
        {
            sides.Add(new("mercurius", mercurius.Address));
        }

        // Twice, as methods are compiled anew once they are known to be hot.
        for (var warming = 0; warming < 2; warming++)
        {
            foreach (var side in sides)
            {
                await load.RunAsync(side.Address, seconds);
            }
        }

        for (var round = 1; round <= rounds; round++)
        {
            foreach (var side in sides)
            {
                await side.MeasureAsync(load, seconds);
            }

            Console.WriteLine($"  round {round}: " + string.Join(", ", sides.Select(s => $"{s.Name} {s.Rates[^1]:0} requests/s ({s.Costs[^1]:0.0} µs)")));
        }

        Console.WriteLine("median: " + string.Join(", ", sides.Select(s => $"{s.Name} {Figures.Median(s.Rates):0} requests/s")));
        Console.WriteLine("processor time a request, median: " + string.Join(", ", sides.Select(s => $"{s.Name} {Figures.Median(s.Costs):0.0} µs")));
        foreach (var other in sides.Skip(1))
        {
            var ratios = sides[0].Rates.Zip(other.Rates, (ours, theirs) => ours / theirs);
            Console.WriteLine($"engine ÷ {other.Name} {Figures.Median(ratios):0.00} (median of the rounds' ratios)");
        }

        await TellAllocationsAsync(engine.Address, bare.Address);
    }

    private static async Task TellAllocationsAsync(params Uri[] addresses)
    {
        const int Requests = 5_000;
        var each = new List<double>();
        foreach (var address in addresses)
        {
            using var http = new HttpClient { BaseAddress = address };
            var before = await Spending.OfAsync(address);
            for (var i = 0; i < Requests; i++)
            {
                await AskAsync(http);
            }

            each.Add((await Spending.OfAsync(address) - before).AllocatedBytes / (double)Requests);
        }

        Console.WriteLine($"allocated a request: engine {each[0]:0} bytes, bare {each[1]:0} bytes");
    }

    private static Task<RunningTray> StartAsync(params string[] words) =>
        RunningTray.StartAsync(new ProcessStartInfo("dotnet", [typeof(EngineCommand).Assembly.Location, .. words]), TimeSpan.FromSeconds(30));

    private static async Task<byte[]> AskAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        return await AskAsync(http);
    }

    private static async Task<byte[]> AskAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(Catalogue.Question.Bodies[0], Encoding.UTF8, MediaTypeHeaderValue.Parse(Question.MediaType)) };
        request.Headers.Accept.ParseAdd(Question.Accept);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private sealed record Side(string Name, Uri Address)
    {
        public List<double> Rates { get; } = [];

        /// <summary>Microseconds of processor time a request, the kernel's for it included; it does not depend on who else uses the machine.</summary>
        public List<double> Costs { get; } = [];

        public async Task MeasureAsync(ILoad load, int seconds)
        {
            var before = await Spending.OfAsync(Address);
            Rates.Add(await load.RunAsync(Address, seconds));
            Costs.Add((await Spending.OfAsync(Address) - before).ProcessorMicroseconds / (Rates[^1] * seconds));
        }
    }
}
