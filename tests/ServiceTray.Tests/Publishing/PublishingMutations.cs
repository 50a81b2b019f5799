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
    public async Task Tell_a_rhythm_and_how_much_of_a_place_is_shown_and_both_stay_where_they_are_left_out()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var monthly = new { first = "2027-01-12", from = "17:00", to = "18:30", rhythm = "MONTHLY", until = "2027-06-30", notOn = new[] { "2027-03-09" }, notOnHolidays = true };
        var saved = await SavedAsync(publisher, Choir(null, 0, monthly, "NEIGHBOURHOOD"));
        Assert.Equal("", await ActAsync(publisher, $"publishOffering(id: \"{saved.Id}\")"));
        var again = await SavedAsync(publisher, Choir(saved.Id, saved.Version + 1, null, null));

        // A program reads what it is going to write over.
        var draft = (await publisher.AskAsync($"{{ offeringDraft(id: \"{saved.Id}\") {{ kind themes times {{ from }} dates {{ day }} series {{ first from to rhythm weekdays until notOn notOnHolidays }} place {{ name street area shown }} }} }}")).GetProperty("data").GetProperty("offeringDraft");
        Assert.Equal(
            """{"kind":"EVENT","themes":["CULTURE"],"times":[],"dates":[],"series":{"first":"2027-01-12","from":"17:00","to":"18:30","rhythm":"MONTHLY","weekdays":[],"until":"2027-06-30","notOn":["2027-03-09"],"notOnHolidays":true},"place":{"name":"Puistohalli","street":"Puistokatu 1","area":"70100","shown":"NEIGHBOURHOOD"}}""",
            draft.GetRawText());
        Assert.Equal("", await ActAsync(publisher, $"publishOffering(id: \"{again.Id}\")"));

        var seen = (await tray.QueryAsync($"{{ offering(id: \"{saved.Id}\") {{ ... on Event {{ recurrence {{ value }} occurrences(first: 20) {{ startsAt }} }} places {{ streetAddress {{ value }} disclosure approximate }} }} }}")).GetProperty("offering");
        var days = seen.GetProperty("occurrences").EnumerateArray().Select(date => date.GetProperty("startsAt").GetString()![..10]);

        // The second Tuesdays but for the one left out.
        Assert.Equal(["2027-01-12", "2027-02-09", "2027-04-13", "2027-05-11", "2027-06-08"], days);
        var place = seen.GetProperty("places")[0];
        Assert.Equal(("NEIGHBOURHOOD", true, JsonValueKind.Null), (place.GetProperty("disclosure").GetString(), place.GetProperty("approximate").GetBoolean(), place.GetProperty("streetAddress").ValueKind));
        Assert.Contains("toinen tiistai", seen.GetProperty("recurrence").GetProperty("value").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-12", "18:30", "17:00", "WEEKLY", null, null, "dates")]
    [InlineData("2027-01-12", "17:00", "25:00", "WEEKLY", null, null, "series")]
    [InlineData("2027-01-12", "17:00", "18:00", "WEEKLY", "FRIDAY", null, "dates")]
    [InlineData("2027-01-12", "17:00", "18:00", "MONTHLY", "TUESDAY", null, "series")]
    [InlineData("2027-01-12", "17:00", "18:00", "MONTHLY_LAST", null, null, "dates")]
    [InlineData("2027-01-12", "17:00", "18:00", "WEEKLY", null, "2038-01-01", "until")]
    [InlineData("1027-01-12", "17:00", "18:00", "WEEKLY", null, null, "until")]
    public async Task Refuse_a_rhythm_that_cannot_be(string first, string from, string to, string rhythm, string? weekday, string? until, string field)
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var series = new { first, from, to, rhythm, weekdays = weekday is null ? null : new[] { weekday }, until };
        var refused = (await publisher.AskAsync(Save, new { input = Choir(null, 0, series, null) })).GetProperty("data").GetProperty("saveOfferingDraft").GetProperty("errors")[0];
        Assert.Equal(("DRAFT_INVALID", field), (refused.GetProperty("code").GetString(), refused.GetProperty("field").GetString()));
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

    private static object Choir(string? id, int version, object? series, string? shown) => new
    {
        organisation = Walkers,
        id,
        version,
        kind = "EVENT",
        name = new { fi = "Kuukauden kuoro" },
        summary = new { fi = "Lauletaan." },
        themes = new[] { "CULTURE" },
        series,
        place = new { name = "Puistohalli", street = "Puistokatu 1", area = "70100", shown },
    };

    private static async Task<(string Id, int Version)> SavedAsync(Person person, object input)
    {
        var saved = (await person.AskAsync(Save, new { input })).GetProperty("data").GetProperty("saveOfferingDraft");
        Assert.Empty(saved.GetProperty("errors").EnumerateArray());
        return (saved.GetProperty("draft").GetProperty("id").GetString()!, saved.GetProperty("draft").GetProperty("version").GetInt32());
    }

    private static async Task<string> ActAsync(Person person, string call)
    {
        var answer = await person.AskAsync($"mutation {{ it: {call} {{ draft {{ id }} errors {{ code }} }} }}");
        return string.Join(",", answer.GetProperty("data").GetProperty("it").GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()));
    }
}
