using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTray.Import.Remote;

namespace ServiceTray.Tests.Import;

/// <summary>An API of somebody else's on loopback, which answers as a test tells it to.</summary>
internal sealed class LoopbackApi : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackApi(WebApplication app) => this.app = app;

    /// <summary>Limits that let a test end soon.</summary>
    public static RemoteLimits Limits { get; } = new() { Pause = TimeSpan.FromMilliseconds(1), Tries = 2, MostBytes = 1024 * 1024, MostAnswers = 50 };

    /// <summary>Where it answers, with a slash at the end.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What was asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public static async Task<LoopbackApi> StartAsync(Func<LoopbackApi, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new LoopbackApi(builder.Build());
        api.app.Run(context =>
        {
            lock (api.Asked)
            {
                api.Asked.Add($"{context.Request.Path}{context.Request.QueryString}");
            }

            return answer(api, context);
        });
        await api.app.StartAsync();
        api.Address = new Uri($"{api.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/");
        return api;
    }

    public static Task JsonAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
