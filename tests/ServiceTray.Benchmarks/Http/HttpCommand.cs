using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ServiceTray.Benchmarks.Publishing;
using ServiceTray.Tests.Support;

namespace ServiceTray.Benchmarks.Http;

/// <summary>Search over GraphQL on the seed data beside a bare endpoint with the same bytes, in turns on the same machine.</summary>
internal static class HttpCommand
{
    private const int MostAsked = 101;
    private const int WarmingTurns = 10;

    public static async Task<int> RunAsync(int rounds, int seconds, int offerings = 0)
    {
        using var program = await PublishedProgram.MakeAsync();
        if (offerings > 0)
        {
            await program.FillAsync(offerings);
        }

        var question = offerings > 0 ? Question.TwoWords : Question.Search;
        await using var tray = await program.StartAsync();
        var answer = await UsualAsync(tray.Address, question);
        var answerFile = Path.GetTempFileName();
        await File.WriteAllBytesAsync(answerFile, answer);
        await using var bare = await RunningTray.StartAsync(
            new ProcessStartInfo("dotnet", [typeof(HttpCommand).Assembly.Location, "bare", answerFile]), TimeSpan.FromSeconds(30));

        using var load = ILoad.Of(question);
        Console.WriteLine($"{load.Name}, {rounds} rounds of {seconds} s in turns, {Environment.ProcessorCount} cores, an answer of {answer.Length} bytes");
        await WarmAsync(load, tray.Address, seconds);
        await WarmAsync(load, bare.Address, seconds);

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            ours.Add(await load.RunAsync(tray.Address, seconds));
            theirs.Add(await load.RunAsync(bare.Address, seconds));
            Console.WriteLine($"  round {round}: search {ours[^1]:0} requests/s, bare {theirs[^1]:0} requests/s, ratio {ours[^1] / theirs[^1]:0.000}");
        }

        Console.WriteLine($"median: search {Figures.Median(ours):0} requests/s, bare {Figures.Median(theirs):0} requests/s, ratio {Figures.Median(ours) / Figures.Median(theirs):0.000}");
        File.Delete(answerFile);
        return 0;
    }

    /// <summary>Asked for long: under full load most code is made the quickest there is only after half a minute.</summary>
    private static async Task WarmAsync(ILoad load, Uri address, int seconds)
    {
        for (var turn = 0; turn < WarmingTurns; turn++)
        {
            await load.RunAsync(address, seconds);
        }
    }

    /// <summary>The answer of middle length.</summary>
    private static async Task<byte[]> UsualAsync(Uri tray, Question question)
    {
        using var http = new HttpClient { BaseAddress = tray };
        var answers = new List<byte[]>();
        foreach (var body in question.Bodies.Take(MostAsked))
        {
            answers.Add(await AskAsync(http, body));
        }

        // A question of rare words may find nothing; the middle one finds.
        var usual = answers.OrderBy(answer => answer.Length).ElementAt(answers.Count / 2);
        using var read = JsonDocument.Parse(usual);
        return read.RootElement.GetProperty("data").GetProperty("search").GetProperty("edges").GetArrayLength() > 0
            ? usual
            : throw new InvalidOperationException($"Search finds nothing: {Encoding.UTF8.GetString(usual)}");
    }

    private static async Task<byte[]> AskAsync(HttpClient http, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, Question.MediaType) };
        request.Headers.Accept.ParseAdd(Question.Accept);
        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var answer = JsonDocument.Parse(bytes);
        return response.IsSuccessStatusCode && !answer.RootElement.TryGetProperty("errors", out _)
            ? bytes
            : throw new InvalidOperationException($"Search did not answer ({(int)response.StatusCode}): {Encoding.UTF8.GetString(bytes)}");
    }
}
