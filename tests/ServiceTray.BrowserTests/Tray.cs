using System.Net.Http.Json;
using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>The tray with its seed data on a data folder of its own.</summary>
public sealed class Tray : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("servicetray-browser-").FullName;
    private RunningTray? running;

    private string offering = "";
    private string organisation = "";

    /// <summary>Where a page is in a language.</summary>
    internal Uri Page(string path, string language)
    {
        var real = path.Replace("{offering}", offering, StringComparison.Ordinal).Replace("{organisation}", organisation, StringComparison.Ordinal);
        return new Uri(running!.Address, $"{real}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
    }

    public async Task InitializeAsync()
    {
        running = await RunningTray.StartAsync(RunningTray.In(AppContext.BaseDirectory, data), TimeSpan.FromSeconds(120));
        using var http = new HttpClient { BaseAddress = running.Address };
        const string Query = "{ search(first: 1) { nodes { id organisation { id } } } }";
        using var answer = await http.PostAsJsonAsync(new Uri("graphql", UriKind.Relative), new { query = Query });
        var node = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("search").GetProperty("nodes")[0];
        (offering, organisation) = (node.GetProperty("id").GetString()!, node.GetProperty("organisation").GetProperty("id").GetString()!);
    }

    public async Task DisposeAsync()
    {
        await running!.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
