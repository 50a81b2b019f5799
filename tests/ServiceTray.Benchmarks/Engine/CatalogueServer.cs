using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceTray.Benchmarks.Http;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Benchmarks.Engine;

/// <summary>The engine over the catalogue as a process of its own; it also tells how many bytes it has allocated so far.</summary>
internal static class CatalogueServer
{
    public static async Task<int> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQL(graphql => Catalogue.AddTo(graphql));
        await using var app = builder.Build();
        app.MapGet("/health", () => "ready");
        app.MapGet("/spent", () => Spending.Own.ToString());
        app.MapGraphQL("/graphql");
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }
}
