using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Needs;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>Needs are told by the programme's keys beside themes and words, and kept back like any other field.</summary>
[Collection(SharedTown.Name)]
public sealed class CodedNeeds(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task Go_along_by_key_to_the_desk_and_one_that_the_programme_does_not_know_is_refused()
    {
        var sent = (await town.SendAsync(Needing("lonely", "papers", "lonely"))).GetProperty("referral");
        Assert.Equal(["lonely", "papers"], await NeedsAsync(town.Coordinator, sent));
        var rest = await (await town.Coordinator.Client.GetAsync($"/api/v1/referrals/{sent.GetProperty("id").GetString()}")).Content.ReadAsStringAsync();
        Assert.Contains("\"needs\":[\"lonely\",\"papers\"]", rest, StringComparison.Ordinal);
        var fhir = await (await town.Coordinator.Client.GetAsync($"/fhir/ServiceRequest/{sent.GetProperty("id").GetString()}")).Content.ReadAsStringAsync();
        Assert.Contains("{\"system\":\"urn:servicetray:need\",\"code\":\"papers\",\"display\":\"Apu lomakkeissa ja asioinnissa\"}", fhir, StringComparison.Ordinal);
        var error = (await town.SendAsync(Needing("lonely", "F32"))).GetProperty("errors")[0];
        Assert.Equal(("reason.needs", "CHOICE_UNKNOWN"), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Are_kept_back_as_she_wishes()
    {
        var input = Needing("lonely");
        ((Dictionary<string, object?>)input["agreement"]!)["hidden"] = new[] { "NEEDS" };
        var sent = (await town.SendAsync(input)).GetProperty("referral");
        Assert.Empty(await NeedsAsync(town.Coordinator, sent));
        Assert.Equal(["lonely"], await NeedsAsync(town.Nurse, sent));
    }

    [Fact]
    public async Task Are_ticked_on_the_sending_page_and_read_in_words_at_the_desk()
    {
        (string, string)[] fields = [("key", $"{Guid.NewGuid()}"), ("receiver", $"{Kuopio}"), ("name", "Kaipaa Seuraa"), ("contact", "040 123 4567"), ("form", "SPOKEN_PRESENT"), ("need", "walking-company"), ("need", "sleepless")];
        using var answer = await town.Nurse.SendAsync("/lahete", "/lahete", fields);
        Assert.Equal(200, (int)answer.StatusCode);
        var box = (await town.Coordinator.AskAsync("{ referrals(box: RECEIVED, state: SENT, first: 100) { nodes { id client { name } } } }")).GetProperty("data").GetProperty("referrals").GetProperty("nodes");
        var id = box.EnumerateArray().Single(one => $"{one}".Contains("Kaipaa Seuraa", StringComparison.Ordinal)).GetProperty("id").GetString();
        var shown = (await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync($"/lahetteet/{id}"))).Text;
        Assert.Contains("Ulkoilukaveri, Uni", shown, StringComparison.Ordinal);

        // What was ticked stands when the form comes back.
        fields[2] = ("name", "");
        var back = await PageVisit.ReadAsync(await town.Nurse.SendAsync("/lahete", "/lahete", fields));
        Assert.Equal(["sleepless", "walking-company"], back.Main.QuerySelectorAll("details[open] input[name=need][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task A_choice_that_is_none_is_refused_in_words_and_by_no_empty_link()
    {
        (string, string)[] fields = [("key", $"{Guid.NewGuid()}"), ("receiver", $"{Kuopio}"), ("name", "Valitsee Väärin"), ("contact", "x"), ("form", "SPOKEN_PRESENT"), ("need", "muu"), ("disclosure", "muu")];
        var page = await PageVisit.ReadAsync(await town.Nurse.SendAsync("/lahete", "/lahete", fields));
        Assert.Equal(3, page.Main.QuerySelectorAll("[role=alert] li").Length);
        Assert.Equal(["#contact"], page.Main.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Of_the_programmes_that_ship_are_those_of_the_lexicon()
    {
        var known = town.Tray.Services.GetRequiredService<NeedLexicon>().Entries.Select(need => need.Key).ToHashSet();
        var needs = town.Tray.Services.GetRequiredService<ProgrammeShelf>().All.SelectMany(programme => programme.Needs).ToList();
        Assert.NotEmpty(needs);
        Assert.All(needs, need => Assert.Contains(need.Key, known));
    }

    private static Dictionary<string, object?> Needing(params string[] needs)
    {
        var input = Input();
        ((Dictionary<string, object?>)input["reason"]!)["needs"] = needs;
        return input;
    }

    private static async Task<IReadOnlyList<string?>> NeedsAsync(Person by, JsonElement referral) =>
        [.. (await by.AskAsync("query($id: ID!) { referral(id: $id) { reason { needs } } }", new { id = referral.GetProperty("id").GetString() })).GetProperty("data").GetProperty("referral").GetProperty("reason").GetProperty("needs").EnumerateArray().Select(need => need.GetString())];
}
