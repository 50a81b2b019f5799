using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ServiceTray.Tests.Referrals;

/// <summary>Somebody else's service on loopback that keeps what it is sent, and refuses as often as it is told to.</summary>
internal sealed class WebCatcher : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(IHeaderDictionary Headers, string Body)> caught = new();
    private int refusals;
    private int calls;

    private WebCatcher(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public IReadOnlyList<(IHeaderDictionary Headers, string Body)> Caught => [.. caught];

    public static async Task<WebCatcher> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var catcher = new WebCatcher(builder.Build());
        catcher.app.Run(catcher.TakeAsync);
        await catcher.app.StartAsync();
        return catcher;
    }

    public void Refuse(int times) => refusals = times;

    /// <summary>How it answers instead of "taken": by breaking off, or without an end.</summary>
    public Manner Manner { get; set; }

    /// <summary>How often it was called, however it answered.</summary>
    public int Calls => calls;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        if (Manner == Manner.BreaksOff)
        {
            context.Abort();
            return;
        }

        if (Interlocked.Decrement(ref refusals) >= 0)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        caught.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
        while (Manner == Manner.Endless && !context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(new string('x', 100_000), context.RequestAborted);
        }
    }
}

/// <summary>How somebody answers.</summary>
internal enum Manner
{
    Takes,
    BreaksOff,
    Endless,
}
