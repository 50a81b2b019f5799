using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Export.Fhir.Referrals;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A permission ends while somebody walks beside the client: all are asked in time, and what she then says holds.</summary>
public sealed class PermissionsThatEnd : IAsyncLifetime
{
    private const string Asked = "id state revision permissionUntil isPermissionEnding client { name } consent { until form } steps { move by spokenWish }";

    private static readonly DateTimeOffset DayBefore = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Reminded = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LastDay = new(2026, 12, 11, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Over = new(2026, 12, 12, 10, 0, 0, TimeSpan.Zero);

    private readonly HandClock clock = new();

    private ReferralTown town = null!;

    public async Task InitializeAsync() => town = await BuildAsync(await TrayApp.StartAsync("none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task Ten_working_days_before_she_and_her_link_person_are_asked_once_and_the_cards_say_so()
    {
        var (id, code) = await WalkedAsync();
        await AtAsync(DayBefore);
        Assert.Equal(("2026-12-11", false), Ending(await SeenAsync(town.Coordinator, id)));
        Assert.Empty(await AskedAsync(id));
        await AtAsync(Reminded);
        await town.LapseAsync();
        Assert.Equal([NoticeAudience.Client, NoticeAudience.LinkPerson], await AskedAsync(id));
        Assert.Equal(("2026-12-11", true), Ending(await SeenAsync(town.Coordinator, id)));
        foreach (var person in new[] { town.Coordinator, town.Walker })
        {
            Assert.Contains("Lupa päättyy 11.12.2026", (await PageVisit.ReadAsync(await person.Client.GetAsync("/lahetteet"))).Main.TextContent, StringComparison.Ordinal);
            var page = await PageVisit.ReadAsync(await person.Client.GetAsync($"/lahetteet/{id}"));
            Assert.Contains("Asiakkaan lupa päättyy 11.12.2026. Kysy, haluaako hän jatkaa", page.Main.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.Main.QuerySelector("button[name=move][value=RENEW]"));
        }

        // A call that is to be made is the desk's: the sender must not learn that the walk goes on still.
        await using var context = await town.ContextAsync();
        await context.Set<ReferralNotice>().Where(notice => notice.Kind == NoticeKind.ConsentEnding).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ToTellSince, clock.Now));
        Assert.DoesNotContain(id, (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/kirjeet"))).Document.Source.Text, StringComparison.Ordinal);
        Assert.Contains(id, (await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/kirjeet"))).Document.Source.Text, StringComparison.Ordinal);

        // She reads it where she reads all else, and one press lets it go on for the programme's time.
        var own = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("pin", "2468"));
        Assert.Equal("Lupasi päättyy 11.12.2026", own.Main.QuerySelector("#renew")!.TextContent);
        Assert.Equal("Jatka lupaa 27.11.2027 asti", own.Main.QuerySelector("button[value=renew]")!.TextContent);
        var form = own.Main.QuerySelector("button[value=renew]")!.Closest("form")!;
        await PageVisit.PostAsync(town.Tray, "/oma-lahete", [.. form.QuerySelectorAll("input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)), ("act", "renew")]);
        Assert.Equal(("2027-11-27", false), Ending(await SeenAsync(town.Walker, id)));
    }

    [Fact]
    public async Task Once_it_is_over_nothing_of_her_is_shown_and_her_own_yes_opens_it_again()
    {
        var (id, code) = await WalkedAsync();
        await AtAsync(LastDay);
        Assert.Equal("Aino Asiakas", (await SeenAsync(town.Walker, id)).GetProperty("client").GetProperty("name").GetString());
        await AtAsync(Over);
        foreach (var person in new[] { town.Coordinator, town.Walker })
        {
            var seen = await SeenAsync(person, id);
            Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, "2026-12-11"), (seen.GetProperty("client").ValueKind, seen.GetProperty("consent").ValueKind, seen.GetProperty("permissionUntil").GetString()));
            var page = await PageVisit.ReadAsync(await person.Client.GetAsync($"/lahetteet/{id}"));
            Assert.Contains("Asiakkaan lupa päättyi 11.12.2026.", page.Main.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Aino", page.Document.Source.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Lupasi päättyi 11.12.2026", (await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("pin", "2468"))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal("NOT_FOUND", await ByCodeAsync(code, "1111", "1.0"));
        Assert.Equal("CONSENT_TEXT_UNKNOWN", await ByCodeAsync(code, "2468", "0.9"));
        Assert.Equal("DATE_INVALID", await ByCodeAsync(code, "2468", "1.0", "2026-12-11"));
        Assert.Null(await ByCodeAsync(code, "2468", "1.0", "2027-06-30"));
        var again = await SeenAsync(town.Walker, id);
        Assert.Equal(("IN_PROGRESS", "Aino Asiakas", "2027-06-30", "CODE"), (
            again.GetProperty("state").GetString(), again.GetProperty("client").GetProperty("name").GetString(), again.GetProperty("permissionUntil").GetString(), again.GetProperty("consent").GetProperty("form").GetString()));
        var own = (await town.ByCodeAsync(code, "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("readings");
        Assert.Contains(own.EnumerateArray(), reading => reading.GetProperty("role").GetString() == "CLIENT" && reading.GetProperty("act").GetString() == "RENEW");

        // The next time it ends they are asked anew.
        await AtAsync(new(2027, 6, 16, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal([NoticeAudience.Client, NoticeAudience.Client, NoticeAudience.LinkPerson, NoticeAudience.LinkPerson], await AskedAsync(id));
    }

    [Theory]
    [InlineData("nurse")]
    [InlineData("coordinator")]
    [InlineData("walker")]
    public async Task Staff_record_what_she_says_and_she_sees_who_did(string who)
    {
        var (id, code) = await WalkedAsync();
        await AtAsync(Over);
        var by = who switch { "nurse" => town.Nurse, "coordinator" => town.Coordinator, _ => town.Walker };
        var before = await SeenAsync(by, id);
        Assert.Equal("CONSENT_MISSING", Sending.CodeOf(await MoveAsync(by, "renewReferralConsent", before, "textVersion: \"1.0\", form: CODE")));
        await ReferralPages.SendAsync(by, $"/lahetteet/{id}", "RENEW", ("form", "SPOKEN_PHONE"));
        var seen = await SeenAsync(town.Walker, id);
        Assert.Equal(("Aino Asiakas", "SPOKEN_PHONE", "2027-12-12"), (seen.GetProperty("client").GetProperty("name").GetString(), seen.GetProperty("consent").GetProperty("form").GetString(), seen.GetProperty("permissionUntil").GetString()));
        var role = who switch { "nurse" => "SENDER", "coordinator" => "COORDINATOR", _ => "LINK_PERSON" };
        var own = (await town.ByCodeAsync(code, "2468")).GetProperty("data").GetProperty("referralByCode").GetProperty("readings");
        Assert.Contains(own.EnumerateArray(), reading => reading.GetProperty("role").GetString() == role && reading.GetProperty("act").GetString() == "RENEW");
        await using var context = await town.ContextAsync();
        var told = await context.Set<ReferralNotice>().CountAsync(notice => notice.Referral == Guid.Parse(id) && notice.Audience == NoticeAudience.LinkPerson && notice.Kind == NoticeKind.Told);
        Assert.Equal(who == "walker" ? 0 : 1, told);
    }

    [Fact]
    public async Task What_it_was_for_stays_as_it_was_and_over_REST_too()
    {
        var (id, code) = await WalkedAsync();
        await town.Tray.QueryAsync("mutation($code: String!) { switchFieldByCode(code: $code, pin: \"2468\", field: GOAL, shown: false) { errors { code } } }", new { code });
        await AtAsync(Over);
        var move = new MoveInput(ReferralMove.Renew, 4, SpokenWish: true, Agreement: new("1.0", AgreementForm.Paper, [Purpose.ShareSurvey]));
        var (mover, walker) = (town.Tray.Services.GetRequiredService<ReferralMover>(), Caller.Person(town.Walker.Account, "Linkki", [new Grant(Role.LinkPerson, Kuopio)]));
        var refused = await Assert.ThrowsAsync<ReferralInvalidException>(() => move.MakeAsync(Guid.Parse(id), mover, walker, CancellationToken.None));
        Assert.Equal(("agreement.purposes", ReferralState.InProgress), (refused.Problems[0].Field, refused.State));
        var renewed = await (move with { Agreement = new("1.0", AgreementForm.Paper, []) }).MakeAsync(Guid.Parse(id), mover, walker, CancellationToken.None);
        Assert.Equal((AgreementForm.Paper, AgreementForm.SpokenPresent), (renewed.View.Consent!.Form, Assert.Single(renewed.View.Consent.Earlier).Form));
        Assert.Equal([ClientField.Goal], renewed.View.Consent.Hidden);
        Assert.DoesNotContain(Purpose.ShareSurvey, renewed.View.Consent.On);
    }

    [Fact]
    public async Task It_goes_on_in_all_that_was_handed_on_and_tells_the_sender_nothing_of_it()
    {
        var sent = await town.SendAsync(Until(Input("Aino Asiakas", "SEND", "RECEIVER_CONTACTS")));
        var id = sent.GetProperty("referral").GetProperty("id").GetString()!;
        var child = (await MoveAsync(town.Coordinator, "forwardReferral", id, 1, $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString()!;
        await AtAsync(Over);
        Assert.Empty((await MoveAsync(town.Nurse, "renewReferralConsent", id, 1, "textVersion: \"1.0\", form: SPOKEN_PHONE", spokenWish: true)).GetProperty("errors").EnumerateArray());
        using var next = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        Assert.Equal(("SENT", "Aino Asiakas"), (await SeenAsync(next, child) is var seen ? seen.GetProperty("state").GetString() : null, seen.GetProperty("client").GetProperty("name").GetString()));
        var own = await ReadAsync(town.Nurse, id);
        Assert.Equal(("SENT", JsonValueKind.Null), (own.GetProperty("state").GetString(), own.GetProperty("child").ValueKind));
        Assert.NotEqual(JsonValueKind.Null, own.GetProperty("dueAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(town.Nurse, child)).ValueKind);
    }

    [Theory]
    [InlineData("SEND", false)]
    [InlineData("SEND RECEIVER_CONTACTS", true)]
    public async Task Who_lets_nobody_contact_her_or_calls_first_herself_is_not_asked_and_where_nobody_walks_yet_the_desk_is(string purposes, bool callsFirst)
    {
        var input = Until(Input("Aino Asiakas", purposes.Split(' ')));
        ((Dictionary<string, object?>)input["client"]!)["doNotContactFirst"] = callsFirst;
        var id = (await town.SendAsync(input)).GetProperty("referral").GetProperty("id").GetString()!;
        await AtAsync(Reminded);
        Assert.Equal([NoticeAudience.Desk], await AskedAsync(id));
        var page = (await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync($"/lahetteet/{id}"))).Main.TextContent;
        Assert.Contains("Odota, että asiakas ottaa itse yhteyttä.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kysy, haluaako", page, StringComparison.Ordinal);
        Assert.Contains("Kysy, haluaako", (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync($"/lahetteet/{id}"))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_asks_her_is_posted_by_the_desk()
    {
        var input = Until(Input("Aino Asiakas"));
        ((Dictionary<string, object?>)input["client"]!)["channel"] = "LETTER";
        ((Dictionary<string, object?>)input["client"]!)["contact"] = "Kotikatu 1, 70100 Kuopio";
        await town.SendAsync(input);
        await AtAsync(Reminded);
        await using var context = await town.ContextAsync();
        await context.Set<ReferralNotice>().Where(notice => notice.Kind == NoticeKind.ConsentEnding && notice.Audience == NoticeAudience.Client)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ToPrintSince, clock.Now).SetProperty(notice => notice.NextAt, (DateTimeOffset?)null));
        Assert.Empty((await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/kirjeet"))).Main.QuerySelectorAll(".letter"));
        Assert.Contains("Kotikatu 1", Assert.Single((await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/kirjeet"))).Main.QuerySelectorAll(".letter")).TextContent, StringComparison.Ordinal);
        Assert.True(await context.Set<AuditEntry>().AnyAsync(entry => entry.Role == "COORDINATOR" && entry.Act == AuditWriter.Read));
    }

    [Fact]
    public async Task To_a_sender_who_is_told_nothing_its_day_stays_that_of_the_sending()
    {
        var sent = await town.SendAsync(Until(Input("Aino Asiakas", "SEND", "RECEIVER_CONTACTS")));
        var renewed = (await MoveAsync(town.Nurse, "renewReferralConsent", sent.GetProperty("referral"), "textVersion: \"1.0\", form: SPOKEN_PHONE", spokenWish: true)).GetProperty("referral");
        await MoveAsync(town.Coordinator, "receiveReferral", renewed);
        Assert.Equal((sent.GetProperty("referral").GetProperty("dueAt").GetString(), "SENT"), (await ReadAsync(town.Nurse, renewed.GetProperty("id").GetString()!) is var seen ? seen.GetProperty("dueAt").GetString() : null, seen.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_sender_who_is_told_nothing_knows_of_no_going_on_but_what_she_recorded()
    {
        var sent = await town.SendAsync(Until(Input("Aino Asiakas", "SEND", "RECEIVER_CONTACTS")));
        var id = sent.GetProperty("referral").GetProperty("id").GetString()!;
        await MoveAsync(town.Coordinator, "receiveReferral", sent.GetProperty("referral"));
        var before = await KnownAsync();
        await AtAsync(Reminded);
        Assert.Null(await ByCodeAsync(sent.GetProperty("code").GetString()!, "2468", "1.0"));
        Assert.Equal(before, await KnownAsync());
        Assert.Contains("2026-12-11", before, StringComparison.Ordinal);
        Assert.Equal("2027-11-27", (await SeenAsync(town.Coordinator, id)).GetProperty("permissionUntil").GetString());
        var revision = (await ReadAsync(town.Nurse, id)).GetProperty("revision").GetInt32();
        await MoveAsync(town.Nurse, "renewReferralConsent", id, revision, "textVersion: \"1.0\", form: SPOKEN_PHONE, until: \"2027-01-15\"", spokenWish: true);
        Assert.Contains("2027-01-15", await KnownAsync(), StringComparison.Ordinal);

        async Task<string> KnownAsync() => $"{await town.Nurse.AskAsync("query($id: ID!) { referral(id: $id) { permissionUntil consent { until givenAt form } } }", new { id })}";
    }

    [Fact]
    public void Why_it_was_turned_away_a_care_system_reads_still()
    {
        var referral = TestProgramme.Sent();
        referral.Decline(TestProgramme.By(TestProgramme.As(ReferralRole.Coordinator)), ReasonCode.NoRoom);
        referral.Renew(TestProgramme.By(TestProgramme.As(ReferralRole.Client)), new("1", AgreementForm.Code, []));
        var shown = new ReferralShown(ReferralViewer.Of(referral, TestProgramme.Open, ReferralReader.Coordinator, TestProgramme.Monday), TestProgramme.Open, []);
        Assert.Contains("NO_ROOM", $"{TaskWriter.Write(shown, new JsonObject(), "")!["statusReason"]?.ToJsonString()}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_there_before_the_tray_knew_of_this_is_looked_at_once()
    {
        var (id, _) = await WalkedAsync();
        await using var context = await town.ContextAsync();
        await context.Set<Referral>().ExecuteUpdateAsync(set => set.SetProperty(row => row.PermissionLookAt, DateTimeOffset.UnixEpoch).SetProperty(row => row.PermissionUntil, (DateOnly?)null).SetProperty(row => row.SentState, (ReferralState?)null));
        await town.LapseAsync();
        var row = await context.Set<Referral>().AsNoTracking().SingleAsync(one => one.Id == Guid.Parse(id));
        Assert.Equal((new(2026, 12, 11), ReferralState.Received, new(2026, 11, 26, 22, 0, 0, TimeSpan.Zero)), (row.PermissionUntil!.Value, row.SentState!.Value, row.PermissionLookAt!.Value));
        Assert.Empty(await AskedAsync(id));
    }

    private Task AtAsync(DateTimeOffset now) => town.AtAsync(clock, now);

    private static async Task<JsonElement> SeenAsync(Person by, string id) =>
        (await by.AskAsync($$"""query($id: ID!) { referral(id: $id) { {{Asked}} } }""", new { id })).GetProperty("data").GetProperty("referral");

    private static (string?, bool) Ending(JsonElement seen) => (seen.GetProperty("permissionUntil").GetString(), seen.GetProperty("isPermissionEnding").GetBoolean());

    private async Task<IEnumerable<NoticeAudience>> AskedAsync(string id)
    {
        await using var context = await town.ContextAsync();
        return (await context.Set<ReferralNotice>().Where(notice => notice.Referral == Guid.Parse(id) && notice.Kind == NoticeKind.ConsentEnding).Select(notice => notice.Audience).ToListAsync()).Order();
    }

    private async Task<string?> ByCodeAsync(string code, string pin, string textVersion, string? until = null)
    {
        var errors = (await town.Tray.QueryAsync(
            "mutation($code: String!, $pin: String, $version: String!, $until: Date) { renewConsentByCode(code: $code, pin: $pin, textVersion: $version, until: $until) { errors { code } } }",
            new { code, pin, version = textVersion, until })).GetProperty("renewConsentByCode").GetProperty("errors");
        return errors.GetArrayLength() == 0 ? null : errors[0].GetProperty("code").GetString();
    }

    private static Dictionary<string, object?> Until(Dictionary<string, object?> input)
    {
        ((Dictionary<string, object?>)input["agreement"]!)["until"] = "2026-12-11";
        return input;
    }

    private async Task<(string Id, string Code)> WalkedAsync()
    {
        var sent = await town.SendAsync(Until(Input()));
        var accepted = (await MoveAsync(town.Coordinator, "acceptReferral", sent.GetProperty("referral"), $"linkPerson: \"{town.Walker.Account}\"")).GetProperty("referral");
        var begun = (await MoveAsync(town.Walker, "beginReferral", accepted, "day: \"2027-01-15\"")).GetProperty("referral");
        return (begun.GetProperty("id").GetString()!, sent.GetProperty("code").GetString()!);
    }
}
