using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ServiceTray.Benchmarks.Http;

namespace ServiceTray.Benchmarks.Engine;

/// <summary>One client sends a thousand documents a second, none like another, so that no plan can be kept; how long the others wait meanwhile.</summary>
internal static class HostileClient
{
    private const int DocumentsPerSecond = 1_000;
    private const int OtherClients = 8;
    private const int OthersPerSecond = 25;

    public static async Task MeasureAsync(Uri address, int rounds, int seconds)
    {
        var (calm, troubled, sent) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round <= rounds; round++)
        {
            var alone = await OthersAsync(address, seconds);
            using var stop = new CancellationTokenSource();
            var hostile = SendAsync(address, $"{round}", stop.Token);
            var beside = await OthersAsync(address, seconds);
            await stop.CancelAsync();
            sent += await hostile;
            if (round > 0)
            {
                calm.Add(Figures.Quantile(alone, 0.99));
                troubled.Add(Figures.Quantile(beside, 0.99));
            }
        }

        Console.WriteLine($"{OtherClients} clients, {OthersPerSecond} requests/s each: p99 {Figures.Median(calm):0.00} ms alone, {Figures.Median(troubled):0.00} ms beside one that sends "
            + $"{sent / (double)((rounds + 1) * seconds):0} distinct documents/s; {Figures.Median(calm.Zip(troubled, (a, b) => b / a)):0.00} times (median of {rounds} rounds)");
    }

    /// <summary>Milliseconds of each answer.</summary>
    private static async Task<List<double>> OthersAsync(Uri address, int seconds)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, OtherClients).Select(async _ =>
        {
            using var http = new HttpClient { BaseAddress = address };
            var times = new List<double>();
            using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / OthersPerSecond));
            var end = Stopwatch.StartNew();
            while (end.Elapsed.TotalSeconds < seconds && await beat.WaitForNextTickAsync())
            {
                var watch = Stopwatch.StartNew();
                await PostAsync(http, Catalogue.Question.Bodies[0]);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            return times;
        }));
        return [.. all.SelectMany(t => t)];
    }

    private static async Task<int> SendAsync(Uri address, string round, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        var (sent, open) = (0, new List<Task>());
        var watch = Stopwatch.StartNew();
        while (!cancellationToken.IsCancellationRequested)
        {
            for (; sent < watch.Elapsed.TotalSeconds * DocumentsPerSecond; sent++)
            {
                open.Add(PostAsync(http, JsonSerializer.Serialize(new { query = $"{Catalogue.Question.Query}#{round}/{sent}", variables = new { first = 20 } })));
            }

            open.RemoveAll(t => t.IsCompletedSuccessfully);
            await Task.Delay(1, CancellationToken.None);
        }

        await Task.WhenAll(open);
        return sent;
    }

    private static async Task PostAsync(HttpClient http, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(Question.MediaType)) };
        request.Headers.Accept.ParseAdd(Question.Accept);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }
}
