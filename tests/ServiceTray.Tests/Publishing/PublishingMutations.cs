using System.Text.Json;
using ServiceTray.Accounts;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Publishing;

public sealed class PublishingMutations(SmallTray small) : IClassFixture<SmallTray>
{
    private const string Save = """
        mutation ($input: SaveOfferingDraftInput!) { saveOfferingDraft(input: $input) { draft { id version completeness mendFirst name { value } } errors { code field } } }
        """;

    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private readonly TrayApp tray = small.App;

    [Fact]
    public async Task Save_publish_tell_room_and_hide()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var saved = (await publisher.AskAsync(Save, new { input = Group() })).GetProperty("data").GetProperty("saveOfferingDraft");
        var id = saved.GetProperty("draft").GetProperty("id").GetString()!;
        Assert.Equal((1, "Kuoro"), (saved.GetProperty("draft").GetProperty("version").GetInt32(), saved.GetProperty("draft").GetProperty("name").GetProperty("value").GetString()));

        Assert.Equal("", await ActAsync(publisher, $"publishOffering(id: \"{id}\")"));
        Assert.Equal("", await ActAsync(publisher, $"tellCapacity(offering: \"{id}\", state: WAITING_LIST)"));
        var seen = await SeenAsync(id);
        Assert.Equal("WAITING_LIST", seen.Body.GetProperty("capacity").GetProperty("state").GetString());
        Assert.Equal("17:00", seen.Body.GetProperty("openingHours")[0].GetProperty("opens").GetString());
        Assert.Equal("", await ActAsync(publisher, $"hideOffering(id: \"{id}\")"));
        var history = await publisher.AskAsync($"{{ offeringDraft(id: \"{id}\") {{ history {{ kind byName }} publishedAt }} }}");
        Assert.Equal(
            ["UNPUBLISHED", "CAPACITY_TOLD", "PUBLISHED", "SAVED"],
            history.GetProperty("data").GetProperty("offeringDraft").GetProperty("history").EnumerateArray().Select(row => row.GetProperty("kind").GetString()!));
    }

    [Fact]
    public async Task Tell_their_refusals_by_code_and_field()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var refused = (await publisher.AskAsync(Save, new { input = Group(area: "Xyzzyxyzzy") })).GetProperty("data").GetProperty("saveOfferingDraft").GetProperty("errors")[0];
        Assert.Equal(("DRAFT_INVALID", "area"), (refused.GetProperty("code").GetString(), refused.GetProperty("field").GetString()));
        var theirs = (await publisher.AskAsync(Save, new { input = Group(organisation: Source.IdOf("seed", "organisation:kaupunki")) })).GetProperty("data").GetProperty("saveOfferingDraft").GetProperty("errors")[0];
        Assert.Equal("NOT_FOUND", theirs.GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", await ActAsync(publisher, $"publishOffering(id: \"{Guid.NewGuid()}\")"));
        Assert.Equal("NOT_FOUND", await ActAsync(publisher, "publishOffering(id: \"' OR 1=1\")"));
    }

    [Fact]
    public async Task Are_for_nobody_who_has_not_signed_in()
    {
        var answer = await tray.AskAsync(Save, new { input = Group() });
        Assert.Equal("UNAUTHENTICATED", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").ValueKind);
    }

    // What was read before is shown until the index has followed, half a second.
    private async Task<RestAnswer> SeenAsync(string id)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        var seen = await tray.GetAsync($"/api/v1/offerings/{id}");
        while ((seen.Status != System.Net.HttpStatusCode.OK || seen.Body.GetProperty("capacity").ValueKind == JsonValueKind.Null) && DateTime.UtcNow < deadline)
        {
            await Task.Delay(100);
            seen = await tray.GetAsync($"/api/v1/offerings/{id}");
        }

        return seen;
    }

    private static object Group(string area = "70100", Guid? organisation = null) => new
    {
        organisation = organisation ?? Walkers,
        kind = "ACTIVITY",
        name = new { fi = "Kuoro" },
        summary = new { fi = "Lauletaan." },
        themes = new[] { "CULTURE" },
        times = new[] { new { weekday = "SUNDAY", from = "17:00", to = "18:30" } },
        place = new { area },
    };

    private static async Task<string> ActAsync(Person person, string call)
    {
        var answer = await person.AskAsync($"mutation {{ it: {call} {{ draft {{ id }} errors {{ code }} }} }}");
        return string.Join(",", answer.GetProperty("data").GetProperty("it").GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()));
    }
}
