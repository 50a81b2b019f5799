using System.Text.Json;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A client who calls has one consent turned off for her; and whose desk it is that she calls.</summary>
[Collection(SharedTown.Name)]
public sealed class ClientsWhoCall(SharedTown shared) : IAsyncLifetime
{
    private readonly ReferralTown town = shared.Town;
    private JsonElement sent;

    private string Id => sent.GetProperty("referral").GetProperty("id").GetString()!;

    private string Code => sent.GetProperty("code").GetString()!;

    public async Task InitializeAsync() => sent = await town.SendAsync(Input());

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_client_who_calls_has_one_switch_turned_off_for_her_and_sees_who_did()
    {
        // The nurse hears how it goes, until the client calls the desk.
        Assert.Contains("FEEDBACK_TO_SENDER", Purposes(await ReadAsync(town.Coordinator, Id)));
        var off = await SwitchOffAsync(town.Coordinator, "purpose: FEEDBACK_TO_SENDER", "Soitti: ei halua että hoitaja kuulee");
        Assert.DoesNotContain("FEEDBACK_TO_SENDER", Purposes(off.GetProperty("referral")));
        Assert.Contains("TELL_SENDER", Purposes(off.GetProperty("referral")));
        var hidden = await SwitchOffAsync(town.Coordinator, "field: GOAL", "Soitti uudelleen");
        Assert.Equal(JsonValueKind.Null, hidden.GetProperty("referral").GetProperty("reason").GetProperty("goal").ValueKind);

        var readings = (await town.ByCodeAsync(Code, "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("readings").EnumerateArray();
        Assert.Equal(2, readings.Count(reading => (reading.GetProperty("role").GetString(), reading.GetProperty("act").GetString()) == ("COORDINATOR", "CONSENT_CHANGED")));
        var own = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", Code), ("pin", "2468"));
        var recorded = own.Main.QuerySelector("section[aria-labelledby=recorded]")!.TextContent;
        Assert.Contains("Soitti: ei halua että hoitaja kuulee", recorded, StringComparison.Ordinal);
        Assert.Contains("Koordinoiva linkkihenkilö, Kuopion kaupunki (esimerkki)", recorded, StringComparison.Ordinal);
        Assert.Empty(DiskSearch.FilesWith(town.Tray.Settings.DataFolder, "ei halua että hoitaja"));
    }

    [Fact]
    public async Task Coordinators_and_link_persons_of_a_county_serve_the_desks_that_receive_for_it_and_no_others()
    {
        using var coordinator = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, county: "PS"));
        using var walker = await Person.SignedInAsync(town.Tray, new Grant(Role.LinkPerson, county: "PS"));
        using var elsewhere = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, county: "ES"));
        var input = Input("Koko alueen asiakas");
        input["receiver"] = County;
        var ofCounty = (await town.SendAsync(input)).GetProperty("referral");
        var id = ofCounty.GetProperty("id").GetString()!;
        Assert.Equal("Koko alueen asiakas", (await ReadAsync(coordinator, id)).GetProperty("client").GetProperty("name").GetString());
        Assert.Contains(id, await BoxAsync(coordinator));
        Assert.DoesNotContain(Id, await BoxAsync(coordinator));
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(coordinator, Id)).ValueKind);
        foreach (var other in new[] { elsewhere, walker, town.Coordinator })
        {
            Assert.Equal(JsonValueKind.Null, (await ReadAsync(other, id)).ValueKind);
        }

        // The link person is seen at the desk, gets the case once she is fit for it, and then meets it.
        Assert.Contains($"{walker.Account}", await coordinator.Client.GetStringAsync("/linkkihenkilot"), StringComparison.Ordinal);
        await using (var context = await town.ContextAsync())
        {
            context.Add(new LinkPerson { Account = walker.Account, Organisation = County, Name = "Alueen linkki", TrainedOn = new(2026, 1, 1), ConfidentialityOn = new(2026, 1, 1), RecordCheckOn = new(2026, 1, 1) });
            await context.SaveChangesAsync();
        }

        await MoveAsync(coordinator, "acceptReferral", ofCounty, $"linkPerson: \"{walker.Account}\"");
        Assert.Contains(id, await BoxAsync(walker));
    }

    private static async Task<string?[]> BoxAsync(Person person) =>
        [.. (await person.AskAsync("{ referrals(box: RECEIVED, first: 100) { nodes { id } } }")).GetProperty("data").GetProperty("referrals").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString())];

    [Fact]
    public async Task A_switch_is_turned_off_by_whom_it_is_with_and_why_and_never_on()
    {
        Assert.Equal("FIELD_REQUIRED", ErrorOf(await SwitchOffAsync(town.Coordinator, "purpose: FEEDBACK_TO_SENDER", " ")));
        Assert.Equal("FIELD_REQUIRED", ErrorOf(await SwitchOffAsync(town.Coordinator, "purpose: FEEDBACK_TO_SENDER, field: GOAL", "Kaksi")));
        Assert.Equal("IDENTITY_CODE_REFUSED", ErrorOf(await SwitchOffAsync(town.Coordinator, "purpose: FEEDBACK_TO_SENDER", "Soitti 131052-308T")));
        Assert.Equal("MOVE_NOT_POSSIBLE", ErrorOf(await SwitchOffAsync(town.Coordinator, "purpose: SEND", "Kaikki pois")));
        Assert.Equal("MOVE_NOT_POSSIBLE", ErrorOf(await SwitchOffAsync(town.Coordinator, "purpose: SHARE_SURVEY", "Ei ole päällä")));
        using var administrator = await Person.SignedInAsync(town.Tray, new Grant(Role.Administrator));
        using var stranger = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        Assert.Equal("FORBIDDEN", Sending.TopCode(await SwitchOffAsync(administrator, "purpose: FEEDBACK_TO_SENDER", "Ylläpito")));
        Assert.Equal("NOT_FOUND", ErrorOf(await SwitchOffAsync(stranger, "purpose: FEEDBACK_TO_SENDER", "Väärä tiski")));

        // By the page, as she saw it: the second of two is told.
        var page = $"/lahetteet/{Id}";
        Assert.Equal(302, (int)(await town.Nurse.SendAsync(page, page, ("switch", "FEEDBACK_TO_SENDER"), ("why", "Kertoi vastaanotolla"), ("revision", "1"))).StatusCode);
        Assert.Equal("REFERRAL_MOVED", ErrorOf(await SwitchOffAsync(town.Coordinator, "purpose: TELL_SENDER", "Soitti", revision: 1)));
    }

    private async Task<JsonElement> SwitchOffAsync(Person by, string what, string why, int? revision = null) => await MoveAsync(
        by, "switchConsentOff", Id, revision ?? (await ReadAsync(town.Coordinator, Id)).GetProperty("revision").GetInt32(), $"{what}, why: \"{why}\"");

    private static string?[] Purposes(JsonElement referral) => [.. referral.GetProperty("consent").GetProperty("purposes").EnumerateArray().Select(one => one.GetString())];

    private static string? ErrorOf(JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("code").GetString();
}
