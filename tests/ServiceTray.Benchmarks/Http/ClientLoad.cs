using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace ServiceTray.Benchmarks.Http;

/// <summary>Load by a loop of our own, where wrk is not to be had; it shares the machine, so both sides come out lower.</summary>
internal sealed class ClientLoad(Question question) : ILoad
{
    public string Name => $"client loop, {ILoad.Connections} connections";

    public async Task<double> RunAsync(Uri address, int seconds)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = ILoad.Connections }) { BaseAddress = address };
        var bodies = question.Bodies.Select(Encoding.UTF8.GetBytes).ToList();
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, ILoad.Connections).Select(_ => AskAsync(http, bodies, watch, seconds)));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        // Nothing outlives a run.
    }

    private static async Task<int> AskAsync(HttpClient http, List<byte[]> bodies, Stopwatch watch, int seconds)
    {
        var count = 0;
        for (; watch.Elapsed.TotalSeconds < seconds; count++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(bodies[count % bodies.Count]) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(Question.MediaType);
            request.Headers.Accept.ParseAdd(Question.Accept);
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
        }

        return count;
    }
}
