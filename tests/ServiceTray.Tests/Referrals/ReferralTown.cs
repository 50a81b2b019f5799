using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Referrals;

/// <summary>A tray with the people of the demonstration programme: one who sends, one who receives, one who walks beside.</summary>
internal sealed class ReferralTown : IAsyncDisposable
{
    public const string Shown = """
        id state revision isOverdue dueAt possibleMoves linkPerson child parent senderUnit notes { text } outcome { toSender goalBefore goalAfter }
        client { name contact safeTimes municipality } reason { themes ownWords goal } consent { purposes hidden } steps { move to reason }
        """;

    public static readonly Guid County = Source.IdOf("seed", "organisation:pohjois-savon-hyvinvointialue");
    public static readonly Guid Kuopio = Source.IdOf("seed", "organisation:kuopio");
    public static readonly Guid Iisalmi = Source.IdOf("seed", "organisation:iisalmi");
    public static readonly Guid Association = Source.IdOf("seed", "organisation:rinnalla-savossa");

    private ReferralTown(TrayApp tray, Person nurse, Person coordinator, Person walker) => (Tray, Nurse, Coordinator, Walker) = (tray, nurse, coordinator, walker);

    public TrayApp Tray { get; }

    public Person Nurse { get; }

    public Person Coordinator { get; }

    public Person Walker { get; }

    public static async Task<ReferralTown> BuildAsync(TrayApp? tray = null)
    {
        tray ??= await TrayApp.StartAsync("none");
        await using (var organisations = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            organisations.AddRange(new[] { "pohjois-savon-hyvinvointialue", "kuopio", "iisalmi", "rinnalla-savossa" }.Select(key => new Organisation
            {
                Id = Source.IdOf("seed", $"organisation:{key}"),
                Name = LocalizedText.Of(key),
                Kind = OrganisationKind.Other,
                Source = new Source("seed", key),
            }));
            await organisations.SaveChangesAsync();
        }

        var town = new ReferralTown(
            tray,
            await Person.SignedInAsync(tray, new Grant(Role.Professional, County)),
            await Person.SignedInAsync(tray, new Grant(Role.Coordinator, Kuopio)),
            await Person.SignedInAsync(tray, new Grant(Role.LinkPerson, Kuopio)));
        await using var context = await town.ContextAsync();
        context.Add(new LinkPerson
        {
            Account = town.Walker.Account,
            Organisation = Kuopio,
            Name = "Linkki",
            TrainedOn = new(2026, 1, 1),
            ConfidentialityOn = new(2026, 1, 1),
            RecordCheckOn = new(2026, 1, 1),
        });
        await context.SaveChangesAsync();
        return town;
    }

    public Task<TrayContext> ContextAsync() => Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();

    /// <summary>It is another moment: everybody signs in again, and what time calls for is done.</summary>
    public async Task AtAsync(HandClock clock, DateTimeOffset now)
    {
        clock.Now = now;
        foreach (var person in new[] { Nurse, Coordinator, Walker })
        {
            await person.SignInAgainAsync();
        }

        await LapseAsync();
    }

    /// <summary>What time calls for is done.</summary>
    public Task LapseAsync() => Tray.Services.GetRequiredService<ReferralLapser>().RunAsync(CancellationToken.None);

    /// <summary>What a nurse would write, with one change.</summary>
    public static Dictionary<string, object?> Input(string name = "Aino Asiakas", params string[] purposes) => new()
    {
        ["programme"] = "hyvinvointilahete",
        ["receiver"] = Kuopio,
        ["client"] = new Dictionary<string, object?> { ["name"] = name, ["contact"] = "040 123 4567" },
        ["reason"] = new Dictionary<string, object?> { ["themes"] = new[] { "COMMUNITY" }, ["goal"] = "Pääsen ulos viikoittain" },
        ["agreement"] = new Dictionary<string, object?> { ["textVersion"] = "1.0", ["form"] = "SPOKEN_PRESENT", ["purposes"] = purposes.Length > 0 ? purposes : ["SEND", "RECEIVER_CONTACTS", "TELL_SENDER", "FEEDBACK_TO_SENDER"] },
        ["pin"] = "2468",
    };

    public async Task<JsonElement> SendAsync(Dictionary<string, object?> input, string? key = null, Person? by = null) => Told((await (by ?? Nurse).AskAsync(
        $$"""mutation($input: SendReferralInput!, $key: String!) { sendReferral(input: $input, idempotencyKey: $key) { code referral { {{Shown}} } errors { code field state possibleMoves } } }""",
        new { input, key = key ?? $"{Guid.NewGuid()}" })).GetProperty("data").GetProperty("sendReferral"));

    // What failed within is told with its trace, not as a null.
    private JsonElement Told(JsonElement payload) => payload.ValueKind == JsonValueKind.Object
        ? payload
        : throw new InvalidOperationException(string.Join('\n', Tray.Log.Lines.Where(line => line.StartsWith("Error ServiceTray", StringComparison.Ordinal))));

    /// <summary>Makes a move on the referral as it was seen; the arguments besides are written as in the document.</summary>
    public static Task<JsonElement> MoveAsync(Person by, string field, JsonElement referral, string arguments = "", bool spokenWish = false) =>
        MoveAsync(by, field, referral.GetProperty("id").GetString()!, referral.GetProperty("revision").GetInt32(), arguments, spokenWish);

    public static async Task<JsonElement> MoveAsync(Person by, string field, string id, int revision, string arguments = "", bool spokenWish = false)
    {
        var answer = await by.AskAsync(
            $$"""mutation($order: ReferralOrderInput!) { {{field}}(order: $order{{(arguments.Length > 0 ? ", " : "")}}{{arguments}}) { referral { {{Shown}} } errors { code field state possibleMoves message { value } } } }""",
            new { order = new { id, revision, spokenWish } });
        return answer.GetProperty("data").ValueKind == JsonValueKind.Object && answer.GetProperty("data").GetProperty(field) is { ValueKind: JsonValueKind.Object } payload ? payload : answer;
    }

    public static async Task<JsonElement> ReadAsync(Person by, string id) =>
        (await by.AskAsync($$"""query($id: ID!) { referral(id: $id) { {{Shown}} } }""", new { id })).GetProperty("data").GetProperty("referral");

    public async Task<JsonElement> ByCodeAsync(string code, string? pin = null) => (await Tray.AskAsync(
        $$"""query($code: String!, $pin: String) { referralByCode(code: $code, pin: $pin) { phase contact { phone } referral { {{Shown}} } readings { role act } } }""",
        new { code, pin }));

    public async ValueTask DisposeAsync()
    {
        Nurse.Dispose();
        Coordinator.Dispose();
        Walker.Dispose();
        await Tray.DisposeAsync();
    }
}

/// <summary>One town, shared by tests that each send a referral of their own.</summary>
public sealed class SharedTown : IAsyncLifetime
{
    public const string Name = "A referral town";

    internal ReferralTown Town { get; private set; } = null!;

    public async Task InitializeAsync() => Town = await ReferralTown.BuildAsync();

    public async Task DisposeAsync() => await Town.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(SharedTown.Name)]
public sealed class SharedTownTests : ICollectionFixture<SharedTown>;
