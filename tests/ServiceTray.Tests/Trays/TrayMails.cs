using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Outbox;
using ServiceTray.Tests.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Trays;

/// <summary>A tray's link by mail: neutral words, sent at least once, nothing left behind.</summary>
public sealed class TrayMails : IAsyncLifetime, IDisposable
{
    private const string Send = "mutation($code: String!, $to: String!) { mailTray(code: $code, to: $to, language: SV) { posted errors { code } } }";

    private readonly MailCatcher catcher = new();
    private readonly HandClock clock = new();
    private TrayApp tray = null!;
    private string code = "";

    public async Task InitializeAsync()
    {
        tray = await TrayApp.StartAsync(change: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            catcher.Serve(builder);
        });
        var saved = (await tray.QueryAsync(
            "mutation($input: SaveTrayInput!) { saveTray(input: $input) { tray { code } } }",
            new { input = new { greeting = "masennusmerkki", items = new object[] { new { offering = Source.IdOf("seed", "vertaisryhma"), note = "muistiinpanomerkki" } } } })).GetProperty("saveTray");
        code = saved.GetProperty("tray").GetProperty("code").GetString()!;
    }

    public async Task DisposeAsync() => await tray.DisposeAsync();

    public void Dispose() => catcher.Dispose();

    [Fact]
    public async Task Hold_the_link_and_nothing_of_what_was_picked_and_leave_no_address_behind()
    {
        Assert.Equal((true, 0), await SendAsync("aino@posti.example"));
        Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, "aino@posti.example", code, "masennusmerkki"));
        Assert.Equal(1, await RunAsync());
        var mail = MailCatcher.Words(Assert.Single(catcher.Mails));
        Assert.Contains($"https://tarjotin.example/lista/{code}?lang=sv", mail, StringComparison.Ordinal);
        Assert.Contains("Hej!", mail, StringComparison.Ordinal);
        foreach (var told in new[] { "merkki", "Vertais", "eronne", "mielen", "terve", "häls", "hälso", "kartläggning", "välbefinnande", "kris" })
        {
            Assert.DoesNotContain(told, mail, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(0, await WaitingAsync());
        Assert.Equal(0, await RunAsync());
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains("aino@", StringComparison.Ordinal) || line.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_tried_again_later_and_given_up_at_last()
    {
        catcher.Refuse(1);
        await SendAsync("aino@posti.example");
        Assert.Equal(0, await RunAsync());
        Assert.Equal(0, await RunAsync());
        clock.Now = clock.Now.AddMinutes(1);
        Assert.Equal(1, await RunAsync());

        catcher.Refuse(1000);
        await SendAsync("aino@posti.example");
        for (var i = 0; i < Retrying.MostTries; i++)
        {
            Assert.Equal(1, await WaitingAsync());
            Assert.Equal(0, await RunAsync());
            clock.Now = clock.Now.AddDays(2);
        }

        Assert.Equal(0, await WaitingAsync());
        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task Do_not_each_wait_for_a_server_that_is_not_there()
    {
        foreach (var name in new[] { "aino", "bertta", "cecilia" })
        {
            await SendAsync($"{name}@posti.example");
        }

        catcher.Dispose();
        Assert.Equal(0, await RunAsync());
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.Equal([0, 0, 1], await context.Set<WaitingMail>().Select(mail => mail.Attempts).OrderBy(tries => tries).ToListAsync());
    }

    [Fact]
    public async Task Given_up_are_sent_when_an_administrator_says_so_within_a_month()
    {
        foreach (var days in new[] { 29, 31 })
        {
            catcher.Unknown = "aino";
            await SendAsync("aino@posti.example");
            Assert.Equal((0, 0), (await RunAsync(), await WaitingAsync()));
            Assert.Empty(DiskSearch.FilesWith(tray.Settings.DataFolder, "aino@posti.example"));
            catcher.Unknown = "nobody's";
            clock.Now = clock.Now.AddDays(days);
            await RunAsync();
            using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
            var page = await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/toimittamatta"));
            Assert.Equal(days < 30, page.Main.QuerySelector("#mails") is not null);
            Assert.DoesNotContain("aino", page.Main.TextContent, StringComparison.Ordinal);
            if (days < 30)
            {
                Assert.StartsWith("1 muu sähköposti", page.Main.QuerySelector("#mails")!.TextContent, StringComparison.Ordinal);
                await administrator.SendAsync("/oma/toimittamatta", "/oma/toimittamatta");
                Assert.Equal(1, await RunAsync());
            }
        }

        Assert.Single(catcher.Mails);
    }

    [Theory]
    [InlineData("")]
    [InlineData("aino")]
    [InlineData("aino@posti")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("Aino <a@b.example>")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example\0")]
    public async Task Go_to_one_address_alone(string to)
    {
        Assert.Equal((false, 1), await SendAsync(to));
        using var rest = await tray.Client.PostAsJsonAsync($"/api/v1/trays/{code}/mail", new { to });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CONTACT_INVALID"), (rest.StatusCode, (await rest.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Reach_nobody_more_than_three_times_a_day_and_none_by_a_wrong_or_expired_code()
    {
        for (var i = 0; i < MailGuard.MostToAddress; i++)
        {
            Assert.Equal((true, 0), await SendAsync("aino@posti.example"));
        }

        var refused = await tray.AskAsync(Send, new { code, to = " AINO@posti.example " });
        Assert.Equal("TOO_MANY_TRIES", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal((true, 0), await SendAsync("eino@posti.example"));

        using var wrong = await tray.Client.PostAsJsonAsync("/api/v1/trays/0000-0000-0000-0000/mail", new { to = "aino@posti.example" });
        clock.Now = clock.Now.AddDays(91);
        using var over = await tray.Client.PostAsJsonAsync($"/api/v1/trays/{code}/mail", new { to = "aino@posti.example" });
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
        Assert.Equal(await wrong.Content.ReadAsStringAsync(), await over.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Are_asked_from_the_page_and_offered_only_where_they_can_be_sent()
    {
        Assert.Contains("Lähetä sähköpostilla", await tray.Client.GetStringAsync($"/lista/{code}"), StringComparison.Ordinal);
        using var wrong = await tray.Client.PostAsync($"/lista/{code}/posti", new FormUrlEncodedContent([KeyValuePair.Create("to", "aino")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Tarkista sähköpostiosoite", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var good = await tray.Client.PostAsync($"/lista/{code}/posti", new FormUrlEncodedContent([KeyValuePair.Create("to", "aino@posti.example")]));
        Assert.Contains("Viesti lähtee pian.", await good.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync());

        await using var silent = await TrayApp.StartAsync();
        using var off = await silent.Client.PostAsJsonAsync($"/api/v1/trays/{code}/mail", new { to = "aino@posti.example" });
        Assert.Equal("MAIL_OFF", (await off.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private async Task<(bool Posted, int Errors)> SendAsync(string to)
    {
        var answer = (await tray.QueryAsync(Send, new { code, to })).GetProperty("mailTray");
        return (answer.GetProperty("posted").GetBoolean(), answer.GetProperty("errors").GetArrayLength());
    }

    private Task<int> RunAsync() => tray.Services.GetRequiredService<MailDeliverer>().RunAsync(CancellationToken.None);

    private async Task<int> WaitingAsync()
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Set<WaitingMail>().CountAsync(mail => mail.DeadAt == null);
    }
}
