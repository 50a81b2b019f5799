using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ServiceTray.Accounts;
using ServiceTray.Web;

namespace ServiceTray.Tests.Support;

/// <summary>The whole service on its own port, data folder and clock; gone when the test is over.</summary>
internal sealed class TrayApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string? ownFolder;

    private TrayApp(WebApplication app, string? ownFolder, CapturedLog log)
    {
        this.app = app;
        this.ownFolder = ownFolder;
        Log = log;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    /// <summary>The moment it is for every tray in tests, a Sunday at noon in Finland.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public HttpClient Client { get; }

    public CapturedLog Log { get; }

    public IServiceProvider Services => app.Services;

    public TraySettings Settings => Services.GetRequiredService<TraySettings>();

    /// <summary>Starts a tray with the small seed, or <c>none</c>, or <c>all</c> of what ships; a folder given outlives it.</summary>
    public static async Task<TrayApp> StartAsync(string seed = "small", Action<WebApplicationBuilder>? change = null, string? dataFolder = null, AccountSettings? accounts = null, TrustedProxies? proxies = null)
    {
        var folder = dataFolder ?? Path.Combine(Path.GetTempPath(), $"tray-{Guid.CreateVersion7()}");
        var log = new CapturedLog();
        var settings = new TraySettings
        {
            DataFolder = folder,
            Urls = "http://127.0.0.1:0",
            Accounts = accounts ?? new AccountSettings { TriesAtOnce = 1000 },
            Proxies = proxies ?? TrustedProxies.None,
            Seed = seed switch
            {
                "none" => [],
                "all" => null,
                _ => [Path.Combine(AppContext.BaseDirectory, "Seeds", seed)],
            },
        };
        var app = Program.Gather(settings, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FixedClock(Now)));
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
            change?.Invoke(builder);
        });
        Program.Open(app);
        await app.Services.GetRequiredService<TrayStart>().PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        return new TrayApp(app, dataFolder is null ? folder : null, log);
    }

    /// <summary>Asks over GraphQL and gives the whole answer, <c>data</c> and <c>errors</c>.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asks over GraphQL what must be answered without an error, and gives <c>data</c>.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException($"{errors}") : answer.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(ownFolder))
        {
            Directory.Delete(ownFolder, recursive: true);
        }
    }
}
