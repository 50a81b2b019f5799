using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTray.GraphQL.Http;
using ServiceTray.GraphQL.Tests.Zoo;

namespace ServiceTray.GraphQL.Tests.Support;

/// <summary>A whole server over real HTTP, on a port of its own.</summary>
internal sealed class GraphQLApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private GraphQLApp(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public Uri Url => new(Http.BaseAddress!, "/graphql");

    public IServiceProvider Services => app.Services;

    public static async Task<GraphQLApp> StartAsync(Action<GraphQLBuilder> build, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        builder.Services.AddGraphQL(build);
        var built = builder.Build();
        built.MapGraphQL("/graphql");
        await built.StartAsync();
        return new GraphQLApp(built);
    }

    public static Task<GraphQLApp> StartZooAsync(Action<GraphQLOptions>? configure = null, Action<IServiceCollection>? services = null) => StartAsync(
        graphql => ZooSetup.AddZoo(graphql).Configure(configure ?? (_ => { })),
        collection =>
        {
            collection.AddSingleton<FetchLog>().AddScoped<Tally>();
            services?.Invoke(collection);
        });

    /// <summary>Posts a request and reads the answer.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, string? operationName = null)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", new { query, variables, operationName });
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Posts raw text as JSON.</summary>
    public async Task<(int Status, string Body)> PostAsync(string body, string accept = "application/graphql-response+json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
