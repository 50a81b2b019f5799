using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Tests.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Statistics;

/// <summary>A quarter's referrals and guidance, counted once it is over, told to those alone who may read them.</summary>
public sealed class StatisticsOfAQuarter : IAsyncLifetime
{
    private const string Query = """{ statistics(county: "PS") { quarter tables { subject total cells { key count } } measures { clients daysToReceive } } gaps(county: "PS") { municipality { name { value } } themes { theme offerings } } }""";

    private readonly HandClock clock = new() { Now = new(2026, 8, 10, 8, 0, 0, TimeSpan.Zero) };

    private ReferralTown town = null!;

    public async Task InitializeAsync() =>
        town = await ReferralTown.BuildAsync(await TrayApp.StartAsync("none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task Are_told_without_small_numbers_and_stay_as_they_were_told()
    {
        var codes = new List<string>();
        foreach (var (theme, count) in new[] { ("NATURE", 7), ("MOVEMENT", 3), ("COMMUNITY", 12) })
        {
            for (var i = 0; i < count; i++)
            {
                // The first three of a theme are one person, sent for three times.
                var input = ReferralTown.Input($"Asiakas {theme} {Math.Max(2, i)}");
                input["reason"] = new Dictionary<string, object?> { ["themes"] = new[] { theme } };
                var sent = await town.SendAsync(input);
                codes.Add(sent.GetProperty("code").GetString()!);
                clock.Now += TimeSpan.FromMinutes(1);
                await ReferralTown.MoveAsync(town.Coordinator, "receiveReferral", sent.GetProperty("referral"));
            }
        }

        for (var i = 0; i < 6; i++)
        {
            using var counted = await town.Nurse.SendAsync("/ohjaus", "/ohjaus", ("path", "TO_POINT"), ("theme", "NATURE"));
            Assert.Equal(302, (int)counted.StatusCode);
        }

        clock.Now = TrayApp.Now;
        using var reader = await Person.SignedInAsync(town.Tray, new Grant(Role.StatisticsReader, county: "PS"));
        var first = (await reader.AskAsync(Query)).GetProperty("data");
        var report = first.GetProperty("statistics");
        Assert.Equal("2026-Q3", report.GetProperty("quarter").GetString());

        // Three of one theme would be three people: with them goes one of the others, so that neither can be taken from the whole.
        var byTheme = Told(report, "REFERRALS_BY_THEME");
        Assert.Contains(byTheme, new[] { "7", "?" }.Zip(["?", "12"], (nature, community) =>
            $"22 MOVEMENT=? NATURE={nature} CULTURE=0 MIND=0 NUTRITION_AND_SLEEP=0 GUIDANCE=0 LIVELIHOOD=0 COMMUNITY={community}"));
        Assert.Equal("22 2026-07=0 2026-08=22 2026-09=0", Told(report, "REFERRALS_BY_MONTH"));
        Assert.StartsWith("22 OPEN=22", Told(report, "REFERRALS_BY_OUTCOME"), StringComparison.Ordinal);
        Assert.Equal("6 BY_HERSELF=0 TO_POINT=6", Told(report, "GUIDANCE_BY_PATH"));
        Assert.Equal((16, 0), (report.GetProperty("measures").GetProperty("clients").GetInt32(), report.GetProperty("measures").GetProperty("daysToReceive").GetInt32()));
        Assert.Contains(first.GetProperty("gaps").EnumerateArray(), row => row.GetProperty("municipality").GetProperty("name").GetProperty("value").GetString() == "Kuopio");

        // One who takes it back changes nothing of what was told: the difference would be she.
        await town.Tray.QueryAsync("mutation($code: String!) { withdrawReferralByCode(code: $code, pin: \"2468\") { errors { code } } }", new { code = codes[0] });
        Assert.Equal($"{report}", $"{(await reader.AskAsync(Query)).GetProperty("data").GetProperty("statistics")}");

        var page = await PageVisit.ReadAsync(await reader.Client.GetAsync("/tilastot"));
        Assert.Contains("ei kerrota", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(9, page.Document.QuerySelectorAll("table").Length);
        foreach (var file in DiskSearch.FilesWith(town.Tray.Settings.DataFolder, "Asiakas NATURE"))
        {
            Assert.Fail(file);
        }
    }

    [Fact]
    public async Task Tell_what_came_of_them_of_those_who_let_it_be_counted()
    {
        for (var i = 0; i < 7; i++)
        {
            string[] agreed = i < 6 ? ["SEND", "RECEIVER_CONTACTS", "ANONYMOUS_FOLLOW_UP"] : ["SEND", "RECEIVER_CONTACTS"];
            var referral = (await town.SendAsync(ReferralTown.Input($"Asiakas {i}", agreed))).GetProperty("referral");
            referral = (await ReferralTown.MoveAsync(town.Coordinator, "acceptReferral", referral, $"linkPerson: \"{town.Walker.Account}\"")).GetProperty("referral");
            referral = (await ReferralTown.MoveAsync(town.Walker, "beginReferral", referral, "day: \"2026-09-01\"")).GetProperty("referral");
            referral = (await ReferralTown.MoveAsync(town.Walker, "completeReferral", referral)).GetProperty("referral");
            Assert.Empty((await ReferralTown.MoveAsync(town.Walker, "giveReferralFeedback", referral, "outcome: { result: \"ryhma\" }")).GetProperty("errors").EnumerateArray());
        }

        clock.Now = TrayApp.Now;
        using var reader = await Person.SignedInAsync(town.Tray, new Grant(Role.StatisticsReader, county: "PS"));
        var report = (await reader.AskAsync(Query)).GetProperty("data").GetProperty("statistics");
        Assert.Equal("6 ryhma=6 vapaaehtoistyo=0 opinnot=0 muu-palvelu=0 lopetti=0", Told(report, "REFERRALS_BY_RESULT"));
        Assert.Contains("Mukana ryhmässä tai toiminnassa", (await PageVisit.ReadAsync(await reader.Client.GetAsync("/tilastot"))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_who_was_sent_for_five_times_is_no_number_of_a_table()
    {
        for (var i = 0; i < 18; i++)
        {
            // Six different people of one theme and of another, and one of a third who was sent for six times.
            var theme = new[] { "NATURE", "MOVEMENT", "MIND" }[i % 3];
            var input = ReferralTown.Input(theme == "MIND" ? new[] { "Sama Asiakas", "sama asiakas", "Sama-Asiakas" }[i / 3 % 3] : $"Asiakas {i}");
            if (theme == "MIND")
            {
                ((Dictionary<string, object?>)input["client"]!)["contact"] = new[] { "040 123 4567", "+358 40 123 4567", "0401234567", "00358 40 1234567", "040-123 4567", "+358401234567" }[i / 3];
            }

            input["reason"] = new Dictionary<string, object?> { ["themes"] = new[] { theme } };
            await town.SendAsync(input);
        }

        clock.Now = TrayApp.Now;
        using var reader = await Person.SignedInAsync(town.Tray, new Grant(Role.StatisticsReader, county: "PS"));
        var cells = (await reader.AskAsync(Query)).GetProperty("data").GetProperty("statistics").GetProperty("tables").EnumerateArray()
            .Single(table => table.GetProperty("subject").GetString() == "REFERRALS_BY_THEME").GetProperty("cells").EnumerateArray().ToDictionary(cell => cell.GetProperty("key").GetString()!, cell => cell.GetProperty("count"));
        Assert.Equal(JsonValueKind.Null, cells["MIND"].ValueKind);
        Assert.Single(new[] { "NATURE", "MOVEMENT" }, theme => cells[theme].ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public async Task Measures_are_told_of_five_people_and_not_of_one_who_was_sent_for_five_times(int people, bool isTold)
    {
        for (var i = 0; i < 8; i++)
        {
            var referral = (await town.SendAsync(ReferralTown.Input($"Asiakas {i % people}", "SEND", "RECEIVER_CONTACTS", "ANONYMOUS_FOLLOW_UP"))).GetProperty("referral");
            referral = (await ReferralTown.MoveAsync(town.Coordinator, "acceptReferral", referral, $"linkPerson: \"{town.Walker.Account}\"")).GetProperty("referral");
            referral = (await ReferralTown.MoveAsync(town.Walker, "beginReferral", referral, "day: \"2026-09-01\"")).GetProperty("referral");
            referral = (await ReferralTown.MoveAsync(town.Walker, "completeReferral", referral)).GetProperty("referral");
            await ReferralTown.MoveAsync(town.Walker, "giveReferralFeedback", referral, "outcome: { goalBefore: 2, goalAfter: 5 }");
        }

        clock.Now = TrayApp.Now;
        using var reader = await Person.SignedInAsync(town.Tray, new Grant(Role.StatisticsReader, county: "PS"));
        var measures = (await reader.AskAsync("""{ statistics(county: "PS") { measures { daysToReceive daysToContact goalChange } } }""")).GetProperty("data").GetProperty("statistics").GetProperty("measures");
        Assert.Equal(isTold ? "0 0 3" : "  ", string.Join(' ', new[] { "daysToReceive", "daysToContact", "goalChange" }.Select(name => $"{measures.GetProperty(name)}")));
    }

    [Theory]
    [InlineData("2026-Q4", "FILTER_INVALID")]
    [InlineData("2026-Q5", "FILTER_INVALID")]
    [InlineData("x", "FILTER_INVALID")]
    public async Task Are_not_told_before_it_is_over(string quarter, string code)
    {
        using var reader = await Person.SignedInAsync(town.Tray, new Grant(Role.StatisticsReader));
        Assert.Equal(code, Sending.TopCode(await reader.AskAsync($$"""{ statistics(county: "PS", quarter: "{{quarter}}") { quarter } }""")));
    }

    [Fact]
    public async Task Are_not_told_to_another_county_or_to_those_who_send()
    {
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.StatisticsReader, county: "VS"));
        Assert.Equal("FORBIDDEN", Sending.TopCode(await other.AskAsync(Query)));
        Assert.Equal("FORBIDDEN", Sending.TopCode(await town.Nurse.AskAsync(Query)));
        Assert.Contains("ei ole lähetteitä", (await PageVisit.ReadAsync(await other.Client.GetAsync("/tilastot"))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await town.Nurse.Client.GetAsync("/tilastot")).StatusCode);
        using var counted = await other.Client.PostAsync("/ohjaus", new FormUrlEncodedContent([new("path", "TO_POINT")]));
        Assert.Equal(403, (int)counted.StatusCode);
    }

    [Fact]
    public void Quarters_are_read_as_they_are_written_and_never_overlap()
    {
        var quarter = Quarter.LastOver(TrayApp.Now);
        Assert.Equal("2026-Q3", $"{quarter}");
        for (var i = 0; i < 8; i++)
        {
            Assert.True(Quarter.TryRead($"{quarter}", out var read));
            Assert.Equal(quarter, read);
            Assert.Equal(quarter.First, quarter.Before().End);
            quarter = quarter.Before();
        }
    }

    private static string Told(JsonElement report, string subject)
    {
        var table = report.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("subject").GetString() == subject);
        return string.Join(' ', table.GetProperty("cells").EnumerateArray().Select(cell => $"{cell.GetProperty("key").GetString()}={Number(cell.GetProperty("count"))}").Prepend(Number(table.GetProperty("total"))));
        static string Number(JsonElement number) => number.ValueKind == JsonValueKind.Null ? "?" : $"{number}";
    }
}
