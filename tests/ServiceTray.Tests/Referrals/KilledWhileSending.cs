using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Referrals;

/// <summary>The tray is killed while referrals are sent: what it acknowledged is there, once, with what is to be told of it.</summary>
public sealed class KilledWhileSending : IDisposable
{
    private const string Name = "hoitaja@esimerkki.example";
    private const int MostInARound = 12;

    private readonly string data = Directory.CreateTempSubdirectory("tray-killed-").FullName;

    private static int Rounds => Environment.GetEnvironmentVariable("SERVICETRAY_TESTS") == "long" ? 300 : 2;

    [Fact]
    public async Task Loses_nothing_that_it_acknowledged_and_sends_nothing_twice()
    {
        await using (var town = await ReferralTown.BuildAsync(await TrayApp.StartAsync("none", dataFolder: data)))
        {
            await town.Tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(
                new NewAccount(Name, "Hanna Hoitaja", Person.Password), [new Grant(Role.Professional, ReferralTown.County)], null, CancellationToken.None);
        }

        var acknowledged = new Dictionary<string, string>();
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            await using var tray = await StartAsync();
            using var client = await SignInAsync(tray.Address);
            foreach (var (key, id) in acknowledged.TakeLast(3))
            {
                // Sent again after the kill: the same one.
                Assert.Equal(id, await SendAsync(client, key));
            }

            var until = random.Next(1, MostInARound);
            using var kill = new CancellationTokenSource();
            var sending = Enumerable.Range(0, MostInARound).Select(async i =>
            {
                var key = $"{round}-{i}";
                try
                {
                    if (await SendAsync(client, key) is { } id)
                    {
                        lock (acknowledged)
                        {
                            acknowledged.Add(key, id);
                            if (acknowledged.Count(pair => pair.Key.StartsWith($"{round}-", StringComparison.Ordinal)) == until)
                            {
                                kill.Cancel();
                            }
                        }
                    }
                }
                catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException)
                {
                    // Killed in the middle: nothing was acknowledged.
                }
            }).ToList();
            await Task.WhenAny(Task.WhenAll(sending), Task.Delay(Timeout.Infinite, kill.Token));
            await tray.DisposeAsync();
            await Task.WhenAll(sending);
        }

        Assert.NotEmpty(acknowledged);
        await using var after = await TrayApp.StartAsync("none", dataFolder: data);
        await using var context = await after.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var referrals = await context.Set<Referral>().Select(referral => referral.Id).ToListAsync();
        var told = await context.Set<ReferralNotice>().Where(notice => notice.Kind == NoticeKind.Arrived).Select(notice => notice.Referral).ToListAsync();
        Assert.Empty(acknowledged.Values.Select(Guid.Parse).Except(referrals));
        Assert.Equal(acknowledged.Count, acknowledged.Values.Distinct().Count());

        // Saved together or not at all: a referral, its key, its notice, its mark of sending.
        Assert.Equal(referrals.Order(), told.Order());
        Assert.Equal(referrals.Order(), (await context.Set<ReferralKey>().Select(key => key.Referral).ToListAsync()).Order());
        Assert.Equal(referrals.Order(), (await context.Set<ReferralSending>().Select(sending => sending.Referral).ToListAsync()).Order());
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private Task<RunningTray> StartAsync()
    {
        var start = RunningTray.In(AppContext.BaseDirectory, data);
        start.Environment["SERVICETRAY_SEED"] = "none";
        return RunningTray.StartAsync(start, TimeSpan.FromSeconds(120));
    }

    private static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(SignInEndpoints.Path));
        var hidden = page.QuerySelectorAll("form[method=post] input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
        using var answer = await client.PostAsync(SignInEndpoints.Path, new FormUrlEncodedContent([.. hidden, new("name", Name), new("password", Person.Password)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static async Task<string?> SendAsync(HttpClient client, string key)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new
        {
            query = "mutation($input: SendReferralInput!, $key: String!) { sendReferral(input: $input, idempotencyKey: $key) { referral { id } errors { code } } }",
            variables = new { input = ReferralTown.Input(), key },
        });
        var sent = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("sendReferral");
        return sent.ValueKind == JsonValueKind.Object && sent.GetProperty("referral").ValueKind == JsonValueKind.Object ? sent.GetProperty("referral").GetProperty("id").GetString() : null;
    }
}
