using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

public sealed class PtvServices
{
    [Fact]
    public async Task Becomes_an_activity_with_all_that_is_told()
    {
        var (activity, _) = await ReadAsync(Told.AService());

        Assert.Equal(LocalizedText.Of("Kävelyryhmä", "Promenadgrupp"), activity.Name);
        Assert.Equal(LocalizedText.Of("Kävellään yhdessä."), activity.Summary);
        Assert.Equal(LocalizedText.Of("Kävellään rauhassa kerran viikossa.\n\nTule paikalle."), activity.Description);
        Assert.Equal(["Sauvakävely", "kävely", "walking", "ulkoilu"], activity.Keywords.Select(text => text.Value));
        Assert.Equal([ThemeCode.Movement], activity.Themes);
        Assert.Equal([AudienceCode.All], activity.Audiences);
        Assert.Equal([AttendanceMode.InPerson, AttendanceMode.Phone], activity.Modes);
        Assert.Equal(["fi", "sv"], activity.Languages);
        Assert.Equal(new Availability(false, false, ["297"]), activity.Availability);
        Assert.True(activity.Price.Free);
        Assert.False(activity.LowThreshold);
        Assert.Equal(new Source("ptv", Told.Service, "CC BY 4.0", Support.TrayApp.Now), activity.Source);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero), activity.UpdatedAt);
        Assert.Single(activity.PlaceIds);
    }

    [Fact]
    public async Task Phone_numbers_come_first_with_what_they_are_for_and_when_they_answer()
    {
        var (activity, _) = await ReadAsync(Told.AService());

        Assert.Equal([ContactKind.Phone, ContactKind.Email], activity.Contacts.Select(contact => contact.Kind));
        Assert.Equal("+358 170001234", activity.Contacts[0].Value);
        Assert.Equal(LocalizedText.Of("Neuvonta"), activity.Contacts[0].Label);
        Assert.Equal(LocalizedText.Of("ma–ke 8.30–11.00", "mån–ons 8.30–11.00", "Mon–Wed 8:30–11:00"), activity.Contacts[0].Hours);
        Assert.Equal("halli@example.fi", activity.Contacts[1].Value);
        Assert.Equal(["https://example.fi/halli"], activity.Links.Select(link => link.Url));
    }

    [Fact]
    public async Task Links_hold_pages_only()
    {
        var (activity, _) = await ReadAsync(Told.AService(change: service => service["serviceChannels"]!.AsArray().Add(Told.AConnection(Told.WebForm))));

        Assert.Contains(AttendanceMode.Online, activity.Modes);
        Assert.Contains(activity.Links, link => link.Url == "https://example.fi/ilmo" && link.Title.Equals(LocalizedText.Of("Ilmoittautuminen")));
        Assert.DoesNotContain(activity.Links, link => link.Url.StartsWith("javascript", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FreeOfCharge", null, true)]
    [InlineData("Chargeable", null, false)]
    [InlineData(null, null, null)]
    [InlineData(null, "Chargeable", false)]
    [InlineData("FreeOfCharge", "Chargeable", null)]
    public async Task Costs_what_all_that_is_told_agrees_on(string? own, string? connected, bool? free)
    {
        var (activity, _) = await ReadAsync(Told.AService(change: service =>
        {
            service["serviceChargeType"] = own;
            service["serviceChannels"]![0]!["serviceChargeType"] = connected;
            service["serviceDescriptions"]!.AsArray().Add(JsonNode.Parse("""{ "language": "fi", "value": "Kausi 20 euroa.", "type": "ChargeTypeAdditionalInfo" }"""));
        }));

        Assert.Equal(free, activity.Price.Free);
        Assert.Equal(LocalizedText.Of("Kausi 20 euroa."), activity.Price.Description);
    }

    [Theory]
    [InlineData("KR1.1 KR1", "OlderPeople")]
    [InlineData("KR1.2", "Children Families")]
    [InlineData("KR2.7 KR1.3", "Youth")]
    [InlineData("KR1 KR2", "All")]
    [InlineData("KR1.4 KR1.6", "LongTermIll Disabled")]
    [InlineData("KR1.5", "")]
    [InlineData("", "")]
    public async Task Is_for_the_groups_within_residents_else_for_all(string told, string audiences)
    {
        var (activity, _) = await ReadAsync(Told.AService(change: service => service["targetGroups"] = Groups(told)));

        Assert.Equal(audiences, string.Join(' ', activity.Audiences));
    }

    [Theory]
    [InlineData("KR2")]
    [InlineData("KR3 KR2 KR2.8")]
    public async Task For_businesses_or_authorities_only_is_left_out_and_counted(string told)
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync([Told.AService().Line()], [Told.ALocation().Line(), Told.APhone().Line()]);

        var report = await folder.ImportAsync([Told.AService(change: service => service["targetGroups"] = Groups(told)).Line()]);

        Assert.Equal(1, report.Left["not-for-residents"]);
        Assert.Equal((0, 1), (report.Taken, report.Removed));
    }

    [Fact]
    public async Task Whole_country_and_whole_counties_are_told_as_such()
    {
        var savo = ImportFolder.Regions.Municipalities.Where(region => region.County == "PS").Select(region => region.Code).ToList();
        var (county, _) = await ReadAsync(Told.AService(change: service => service["areas"] = new JsonArray(new JsonObject
        {
            ["type"] = "Region",
            ["code"] = "11",
            ["municipalities"] = new JsonArray([.. savo.Append("091").Select(code => new JsonObject { ["code"] = code })]),
        })));
        var (nation, _) = await ReadAsync(Told.AService(change: service => service["areaType"] = "NationwideExceptAlandIslands"));
        var (named, _) = await ReadAsync(Told.AService(change: service => service["areas"] = JsonNode.Parse(
            """[{ "type": "WellbeingServiceCounties", "code": "11", "name": [{ "value": "Pohjois-Savon hyvinvointialue", "language": "fi" }], "municipalities": null }]""")));

        Assert.Equal(new Availability(false, false, ["091", "PS"]), county.Availability);
        Assert.Equal(new Availability(true, true, []), nation.Availability);
        Assert.Equal(new Availability(false, false, ["PS"]), named.Availability);
    }

    [Fact]
    public async Task A_municipality_that_is_no_more_is_reported()
    {
        var (activity, report) = await ReadAsync(Told.AService(change: service => service["areas"]![0]!["municipalities"]![0]!["code"] = "999"));

        Assert.Empty(activity.Availability.Regions);
        Assert.Contains(report.Problems, problem => problem is { Reason: "municipality-unknown", Id: Told.Service, Path: "services.ndjson:1 $.areas" });
    }

    [Fact]
    public async Task Rich_text_becomes_plain_lines()
    {
        const string Rich = """{"entityMap":{},"blocks":[{"text":"Voit tulla:","type":"unstyled"},{"text":"yksin","type":"unordered-list-item"},{"text":"ryhmässä","type":"unordered-list-item"}]}""";
        var (activity, _) = await ReadAsync(Told.AService(change: service => service["serviceDescriptions"]![0]!["value"] = Rich));

        Assert.Equal("Voit tulla:\n* yksin\n* ryhmässä", activity.Summary.Pick(Language.Fi).Value);
    }

    [Fact]
    public async Task A_channel_that_was_not_given_is_reported_and_the_rest_is_shown()
    {
        var (activity, report) = await ReadAsync(Told.AService(change: service => service["serviceChannels"]!.AsArray().Add(Told.AConnection("nowhere"))));

        Assert.Single(activity.PlaceIds);
        Assert.Equal("channel-missing", Assert.Single(report.Problems).Reason);
    }

    internal static async Task<(Activity Activity, ServiceTray.Import.ImportReport Report)> ReadAsync(JsonObject service, params JsonObject[] channels)
    {
        await using var folder = await ImportFolder.OpenAsync();
        channels = channels.Length > 0 ? channels : [Told.ALocation(), Told.APhone(), Told.AWebForm()];
        var report = await folder.ImportAsync([service.Line()], channels.Select(channel => channel.Line()), [Told.AnOrganisation().Line()]);
        await using var context = await folder.ContextAsync();
        return ((Activity)await context.Offerings.AsNoTracking().SingleAsync(), report);
    }

    private static JsonArray Groups(string codes) =>
        [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new JsonObject { ["code"] = code, ["uri"] = Told.NewGroups + code })];

    [Fact]
    public async Task Is_also_found_by_the_collections_it_belongs_to()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync([Told.AService(change: service => service["serviceCollections"] = JsonNode.Parse(
            """[ { "id": "k1", "name": [ { "value": "Ikäihmisten palvelut", "language": "fi" }, { "value": null, "language": "sv" } ] }, null, { "id": "k2", "name": null } ]""")).Line()]);

        await using var context = await folder.ContextAsync();
        Assert.Contains((await context.Offerings.SingleAsync()).Keywords, word => word is { Value: "Ikäihmisten palvelut", Language: "fi" });
    }
}
