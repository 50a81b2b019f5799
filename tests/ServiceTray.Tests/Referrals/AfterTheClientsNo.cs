using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Refusals;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>What stands when nobody is to see the person any more: what is sent again, and what the client reads of how it ended.</summary>
[Collection(SharedTown.Name)]
public sealed class AfterTheClientsNo(SharedTown shared)
{
    private const string Form = "/oma-lahete/uusi";

    private readonly ReferralTown town = shared.Town;

    [Theory]
    [InlineData("withdraw")]
    [InlineData("error")]
    public async Task Sent_again_with_its_key_is_refused_and_tells_no_code_whoever_it_is_about(string end)
    {
        var key = $"{Guid.NewGuid()}";
        var sent = await town.SendAsync(Input(), key);
        var referral = sent.GetProperty("referral");
        await (end == "withdraw" ? MoveAsync(town.Coordinator, "withdrawReferral", referral) : MoveAsync(town.Nurse, "markReferralError", referral, "reason: SENT_BY_MISTAKE, text: \"Väärä\""));
        foreach (var input in new[] { Input(), Input("Aivan Toinen") })
        {
            var again = await town.SendAsync(input, key);
            Assert.Equal(RefusalCodes.IdempotencyKeyReused, Sending.CodeOf(again));
            Assert.DoesNotContain("-", again.GetProperty("code").GetString() ?? "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("thrown away")]
    [InlineData("left")]
    public async Task A_draft_that_is_gone_and_what_a_unit_sent_that_she_has_left_are_told_as_no_more(string end)
    {
        var key = $"{Guid.NewGuid()}";
        using var leaver = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        var draft = new { input = Input(), key };
        const string Kept = "mutation($input: SendReferralInput!, $key: String!) { sendReferral(input: $input, idempotencyKey: $key, draft: true) { code referral { id revision } errors { code } } }";
        var kept = (await leaver.AskAsync(Kept, draft)).GetProperty("data").GetProperty("sendReferral");
        Assert.NotNull(kept.GetProperty("code").GetString());
        if (end == "left")
        {
            await using var context = await town.ContextAsync();
            await context.Set<Referral>().Where(row => row.Id == Guid.Parse(kept.GetProperty("referral").GetProperty("id").GetString()!)).ExecuteUpdateAsync(set => set.SetProperty(row => row.SenderUnit, Iisalmi));
        }
        else
        {
            await leaver.AskAsync("mutation($order: ReferralOrderInput!) { discardReferral(order: $order) { errors { code } } }", new { order = new { id = kept.GetProperty("referral").GetProperty("id").GetString(), revision = 0 } });
        }

        var again = (await leaver.AskAsync(Kept, draft)).GetProperty("data").GetProperty("sendReferral");
        Assert.Equal((RefusalCodes.IdempotencyKeyReused, null), (Sending.CodeOf(again), again.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_form_left_open_says_that_nothing_was_sent_and_sends_when_it_is_sent_again()
    {
        using var resident = new Person(town.Tray);
        (string, string)[] first = [("key", $"{Guid.NewGuid()}"), ("receiver", $"{Kuopio}"), ("name", "Eka Ihminen"), ("contact", "040 123 4567"), ("pin", "1357")];
        (string, string)[] second = [first[0], first[1], ("name", "Toka Ihminen"), first[3], first[4]];
        var code = await CodeAsync(await resident.SendAsync(Form, Form, first));
        Assert.Equal(code, await CodeAsync(await resident.SendAsync(Form, Form, first)));
        foreach (var isOver in new[] { false, true })
        {
            if (isOver)
            {
                await town.Tray.QueryAsync("mutation($code: String!) { withdrawReferralByCode(code: $code, pin: \"1357\") { errors { code } } }", new { code });
            }

            var page = await PageVisit.ReadAsync(await resident.SendAsync(Form, Form, second));
            Assert.Equal(422, page.Status);
            Assert.Contains("Tätä ei lähetetty", page.Main.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            var fresh = page.Main.QuerySelector("input[name=key]")!.GetAttribute("value")!;
            Assert.NotEqual(first[0].Item2, fresh);
            var other = await CodeAsync(await resident.SendAsync(Form, Form, [("key", fresh), .. second[1..]]));
            Assert.Contains("Toka Ihminen", $"{await town.ByCodeAsync(other, "1357")}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_professionals_form_goes_on_with_another_key_too()
    {
        (string, string)[] fields = [("key", $"{Guid.NewGuid()}"), ("receiver", $"{Kuopio}"), ("name", "Eka Ihminen"), ("contact", "040 123 4567"), ("form", "SPOKEN_PRESENT")];
        using var sent = await town.Nurse.SendAsync("/lahete", "/lahete", fields);
        Assert.Equal(200, (int)sent.StatusCode);
        fields[2] = ("name", "Toka Ihminen");
        var page = await PageVisit.ReadAsync(await town.Nurse.SendAsync("/lahete", "/lahete", fields));
        Assert.Equal(422, page.Status);
        Assert.NotEqual(fields[0].Item2, page.Main.QuerySelector("input[name=key]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("withdraw", "fi", "Peruit lähetteen 22.11.2026.", "peruit sen")]
    [InlineData("withdraw", "sv", "Du ångrade remissen", "återtog")]
    [InlineData("withdraw", "en", "You took", "took it back")]
    [InlineData("decline", "fi", "Et antanut lupaa lähetteeseen. Vastaus kirjattiin 22.11.2026.", "ettet antanut lupaa")]
    [InlineData("decline", "sv", "Du gav inte lov till remissen.", "att du inte gav lov")]
    [InlineData("decline", "en", "You did not agree to the referral.", "that you did not agree")]
    [InlineData("error", "fi", "Lähete merkittiin vahingossa kirjatuksi 22.11.2026. Et perunut sitä itse.", "kirjattu vahingossa")]
    [InlineData("error", "sv", "antecknades som gjord av misstag", "gjordes av misstag")]
    [InlineData("error", "en", "marked as entered by mistake", "of the mistake")]
    public async Task The_client_reads_how_it_ended_and_what_is_kept_as_it_was(string end, string language, string ended, string kept)
    {
        var input = Input();
        if (end == "decline")
        {
            ((Dictionary<string, object?>)input["agreement"]!)["form"] = "CODE";
        }

        var sent = await town.SendAsync(input);
        var referral = sent.GetProperty("referral");
        await (end switch
        {
            "withdraw" => MoveAsync(town.Coordinator, "withdrawReferral", referral),
            "decline" => MoveAsync(town.Nurse, "declineReferralConsent", referral, spokenWish: true),
            _ => MoveAsync(town.Nurse, "markReferralError", referral, "reason: SENT_BY_MISTAKE, text: \"Väärä henkilö\""),
        });
        var page = await PageVisit.PostAsync(town.Tray, $"/oma-lahete?lang={language}", ("code", sent.GetProperty("code").GetString()!), ("pin", "2468"));
        Assert.Contains(ended, page.Main.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(kept, page.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(end == "withdraw", WithdrawalWords.Any(words => page.Main.TextContent.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Only_a_consent_that_was_taken_back_says_so()
    {
        var referral = TestProgramme.Sent(Purpose.TellSender);
        referral.SwitchOff(TestProgramme.By(TestProgramme.As(ReferralRole.Coordinator, spoken: true)), ConsentSwitch.Of(Purpose.TellSender, null, null), "MARK-why");
        referral.MarkError(TestProgramme.By(TestProgramme.As(ReferralRole.Sender)), ReasonCode.SentByMistake, "Väärä");
        var consent = ReferralViewer.Of(referral, TestProgramme.Open, ReferralReader.Client, TestProgramme.Monday).Consent!;
        Assert.Equal((null, TestProgramme.Monday), (consent.WithdrawnAt, (DateTimeOffset?)consent.GivenAt));
        Assert.DoesNotContain("MARK-why", System.Text.Json.JsonSerializer.Serialize(referral.Content), StringComparison.Ordinal);
        Assert.Null(ReferralViewer.Of(referral, TestProgramme.Open, ReferralReader.Coordinator, TestProgramme.Monday).Client);
    }

    private static readonly string[] WithdrawalWords = ["peruit ", "ångrade", "återtog", "You took"];

    private static async Task<string> CodeAsync(HttpResponseMessage answer)
    {
        var page = await PageVisit.ReadAsync(answer);
        Assert.Equal("Pyyntösi on perillä", page.Main.QuerySelector("h1")!.TextContent);
        return page.Main.QuerySelector(".code")!.TextContent.Trim();
    }
}
