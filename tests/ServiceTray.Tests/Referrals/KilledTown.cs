using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Outbox;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Referrals;

/// <summary>A folder of data in which trays live and die, and the receivers outside that outlive them.</summary>
internal sealed partial class KilledTown : IAsyncDisposable
{
    public const string NurseName = "hoitaja@esimerkki.example";
    public const string CoordinatorName = "koordinaattori@esimerkki.example";

    private readonly string data = Directory.CreateTempSubdirectory("tray-killed-").FullName;
    private readonly MailCatcher mail = new();
    private WebCatcher program = null!;

    public Guid Walker { get; private set; }

    /// <summary>The notices of the mails that came, by what mail programs know a mail again.</summary>
    public IReadOnlyList<Guid> Mails => [.. mail.Mails.Select(text => Guid.Parse(MailId().Match(text).Groups["id"].Value))];

    /// <summary>The notices of the calls that came.</summary>
    public IReadOnlyList<Guid> Calls => [.. program.Caught.Select(call => Guid.Parse(call.Headers["webhook-id"].ToString()))];

    public Action OnTold
    {
        set => mail.OnTaken = value;
    }

    private ReferralSettings Referrals { get; } = new() { CallsOwnNetwork = true, Address = "http://tarjotin.example" };

    /// <summary>A desk with a program of its own, and those who send and receive.</summary>
    public static async Task<KilledTown> PrepareAsync()
    {
        var killed = new KilledTown { program = await WebCatcher.StartAsync() };
        await using var town = await ReferralTown.BuildAsync(await killed.StartWithinAsync());
        killed.Walker = town.Walker.Account;
        var accounts = town.Tray.Services.GetRequiredService<AccountKeeper>();
        await accounts.MakeAsync(new NewAccount(NurseName, "Hanna Hoitaja", Person.Password), [new Grant(Role.Professional, ReferralTown.County)], null, CancellationToken.None);
        var grant = new Grant(Role.Coordinator, ReferralTown.Kuopio);
        var account = await accounts.MakeAsync(new NewAccount(CoordinatorName, "Kaisa Koordinaattori", Person.Password), [grant], null, CancellationToken.None);
        await town.Tray.Services.GetRequiredService<WebhookDesk>().SetAsync(
            ReferralTown.Kuopio, $"{killed.program.Address}", Caller.Person(account.Id, "Kaisa", [grant]), CancellationToken.None);
        return killed;
    }

    /// <summary>As a process that can be killed.</summary>
    public Task<RunningTray> StartAsync()
    {
        var start = RunningTray.In(AppContext.BaseDirectory, data);
        start.Environment["SERVICETRAY_SEED"] = "none";
        start.Environment["SERVICETRAY_SMTP"] = mail.Address;
        start.Environment["SERVICETRAY_ADDRESS"] = Referrals.Address;
        start.Environment["SERVICETRAY_WEBHOOKS"] = "own-network";
        return RunningTray.StartAsync(start, TimeSpan.FromSeconds(120));
    }

    /// <summary>Within the test, by the same clock as the processes, and with nobody who delivers unasked.</summary>
    public Task<TrayApp> StartWithinAsync() => TrayApp.StartAsync("none", Change, data);

    public async Task<HttpClient> SignInAsync(Uri address, string name)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(SignInEndpoints.Path));
        var hidden = page.QuerySelector("#password")!.Closest("form")!.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
        using var answer = await client.PostAsync(SignInEndpoints.Path, new FormUrlEncodedContent([.. hidden, new("name", name), new("password", Person.Password)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Null: it did not say yes.</summary>
    public static Task<SeenReferral?> SendAsync(HttpClient client, string key) => AskAsync(
        client, "mutation($input: SendReferralInput!, $key: String!) { told: sendReferral(input: $input, idempotencyKey: $key) { referral { id revision } } }", new { input = ReferralTown.Input(), key });

    /// <summary>Null: it did not say yes.</summary>
    public static Task<SeenReferral?> MoveAsync(HttpClient client, string move, SeenReferral seen) => AskAsync(
        client, $$"""mutation($order: ReferralOrderInput!) { told: {{move}} { referral { id revision } } }""", new { order = new { id = seen.Id, revision = seen.Revision } });

    public static async Task<IReadOnlyList<string>> StepsAsync(HttpClient client, string id)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new { query = "query($id: ID!) { referral(id: $id) { steps { move } } }", variables = new { id } });
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("referral").GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("move").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        mail.Dispose();
        await program.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private void Change(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(TimeProvider.System));
        builder.Services.AddSingleton(Referrals);
        builder.Services.AddSingleton(new MailSettings { Server = MailServer.Of(mail.Address), Address = Referrals.Address });
        foreach (var clockwork in builder.Services.Where(service => service.ImplementationType == typeof(ReferralClockwork)).ToList())
        {
            builder.Services.Remove(clockwork);
        }
    }

    private static async Task<SeenReferral?> AskAsync(HttpClient client, string query, object variables)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new { query, variables });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var told = body.GetProperty("data") is { ValueKind: JsonValueKind.Object } data ? data.GetProperty("told") : throw new InvalidOperationException($"The tray failed: {body}");
        return told.ValueKind == JsonValueKind.Object && told.GetProperty("referral") is { ValueKind: JsonValueKind.Object } referral
            ? new(referral.GetProperty("id").GetString()!, referral.GetProperty("revision").GetInt32())
            : null;
    }

    [GeneratedRegex(@"^Message-ID: <(?<id>[0-9a-f-]{36})@", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MailId();
}

/// <summary>A referral as it was seen last.</summary>
internal sealed record SeenReferral(string Id, int Revision);
