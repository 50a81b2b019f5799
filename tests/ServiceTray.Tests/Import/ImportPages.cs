using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Import;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import;

public sealed class ImportPages
{
    [Fact]
    public async Task An_administrator_sees_the_runs_answers_the_one_that_asks_and_what_went_says_so()
    {
        await using var tray = await TrayApp.StartAsync("none");
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        var importer = tray.Services.GetRequiredService<Importer>();
        await importer.RunAsync(new ListedSource(Enumerable.Range(0, 20)), dryRun: false, default);
        var asks = await importer.RunAsync(new ListedSource(Enumerable.Range(0, 10)), dryRun: false, default);

        Assert.Contains("listed", await administrator.Client.GetStringAsync("/oma/tuonnit"), StringComparison.Ordinal);
        Assert.Contains("/oma/tuonnit", await administrator.Client.GetStringAsync("/oma"), StringComparison.Ordinal);
        var page = $"/oma/tuonnit/{asks.Run}";
        Assert.Contains("Poista 10 kohdetta", WebUtility.HtmlDecode(await administrator.Client.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.Contains("Ta bort 10 poster", WebUtility.HtmlDecode(await administrator.Client.GetStringAsync($"{page}?lang=sv")), StringComparison.Ordinal);
        using (var answer = await administrator.SendAsync(page, page, ("answer", "yes")))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        // The tray goes on by itself.
        var run = await UntilDoneAsync(administrator, asks.Run!.Value);
        Assert.Equal((10, 10), (run.GetProperty("removed").GetInt32(), run.GetProperty("unchanged").GetInt32()));
        using var gone = await UntilGoneAsync(tray, $"/tarjonta/{ListedSource.IdOf(15)}");
        using var unknown = await tray.Client.GetAsync($"/tarjonta/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (gone.StatusCode, unknown.StatusCode));
        using var told = await tray.Client.GetAsync($"/api/v1/offerings/{ListedSource.IdOf(15)}");
        foreach (var face in (string[])["/api/v1/offerings/{0}.ics", "/api/v1/offerings/{0}.rss", "/oruk/services/{0}", "/hsds/services/{0}", "/ogc/collections/offerings/items/{0}"])
        {
            Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), ((await tray.GetAsync(string.Format(CultureInfo.InvariantCulture, face, ListedSource.IdOf(15)))).Status, (await tray.GetAsync(string.Format(CultureInfo.InvariantCulture, face, Guid.Empty))).Status));
        }

        Assert.Equal((HttpStatusCode.Gone, "GONE"), (told.StatusCode, JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()));
        Assert.Contains("ei enää ole", WebUtility.HtmlDecode(await gone.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(await administrator.Client.GetStringAsync("/api/v1/imports")).RootElement.GetArrayLength());
        using var stranger = await tray.Client.GetAsync("/api/v1/imports");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal("UNAUTHENTICATED", (await tray.AskAsync("{ importRuns { id } }")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>Rows that were read are kept until the change is followed.</summary>
    private static async Task<HttpResponseMessage> UntilGoneAsync(TrayApp tray, string page)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var answer = await tray.Client.GetAsync(page, patience.Token);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<JsonElement> UntilDoneAsync(Person administrator, Guid id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var answer = await administrator.AskAsync("query($id: ID!) { importRun(id: $id) { state removed unchanged problems { name count } } }", new { id });
            var run = answer.GetProperty("data").GetProperty("importRun");
            if (run.GetProperty("state").GetString() == "DONE")
            {
                return run;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
