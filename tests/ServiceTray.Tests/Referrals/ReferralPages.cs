using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>The pages of referrals, as a browser without scripts has them.</summary>
[Collection(SharedTown.Name)]
public sealed partial class ReferralPages(SharedTown shared)
{
    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task Sending_asks_at_most_eight_things_and_none_that_needs_a_mouse()
    {
        var page = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/lahete"));
        var form = page.Document.QuerySelector("form.referral")!;
        var asked = form.QuerySelectorAll("input, select, textarea").Where(field => field.GetAttribute("type") != "hidden" && field.Closest("details") is null).ToList();
        Assert.InRange(asked.Count, 4, 8);
        Assert.All(asked, field => Assert.NotNull(page.Document.QuerySelector($"label[for='{field.Id}']")));

        // As a line below too, since a closed list is cut off where the screen is narrow.
        Assert.Contains(form.QuerySelectorAll(".queues li"), line => Queue().IsMatch(line.TextContent));
        Assert.All(form.QuerySelectorAll("[tabindex], [onclick], [onchange]"), field => Assert.Fail(field.OuterHtml));
    }

    [Fact]
    public async Task Are_walked_from_the_form_to_the_feedback_by_buttons()
    {
        using var answer = await town.Nurse.SendAsync("/lahete", "/lahete",
            ("receiver", $"{Kuopio}"), ("name", "Sivun Asiakas"), ("contact", "aino@esimerkki.example"), ("theme", "NATURE"), ("form", "SPOKEN_PRESENT"), ("tellSender", "on"), ("feedback", "on"), ("pin", "4711"));
        var sent = await PageVisit.ReadAsync(answer);
        Assert.Equal(("Lähete on perillä", 200), (sent.Main.QuerySelector("h1")!.TextContent, sent.Status));
        Assert.Contains("suostumuksellaan lähetetty hyvinvointilähete", sent.Main.QuerySelector("#sentence")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(sent.Main.QuerySelector("#codes")!.GetAttribute("value")!);
        var code = sent.Main.QuerySelector(".code")!.TextContent.Trim();

        var box = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/lahetteet"));
        var path = box.Main.QuerySelectorAll("a").Last(link => link.TextContent.Contains("Sivun Asiakas", StringComparison.Ordinal)).GetAttribute("href")!;
        await PressAsync(town.Coordinator, path, "RECEIVE");
        await PressAsync(town.Coordinator, path, "ACCEPT", ("linkPerson", $"{town.Walker.Account}"));
        await PressAsync(town.Walker, path, "BEGIN", ("day", "2026-12-15"));

        var refused = await PageVisit.ReadAsync(await SendAsync(town.Walker, path, "DISCONTINUE", ("reason", "NO_ROOM")));
        Assert.Equal((422, "Valitse syy listasta."), (refused.Status, refused.Main.QuerySelector("[role=alert] li")!.TextContent.Trim()));
        await PressAsync(town.Walker, path, "COMPLETE");
        await PressAsync(town.Walker, path, "GIVE_FEEDBACK", ("joined", "Luontoryhmä"), ("goalBefore", "3"), ("goalAfter", "8"), ("toSender", "Hyvin meni"));
        var told = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync(path));
        Assert.Contains("Hyvin meni", told.Main.TextContent, StringComparison.Ordinal);

        var own = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", code), ("pin", "4711"));
        Assert.Contains("Luontoryhmä", own.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Koordinoiva linkkihenkilö, Kuopion kaupunki (esimerkki) – kuittasi vastaanotetuksi", own.Main.TextContent, StringComparison.Ordinal);
        var off = await own.PressAsync(town.Tray, "Ota pois: Lähettäjälle kerrotaan, miten kävi");
        Assert.Contains("Laita päälle: Lähettäjälle kerrotaan, miten kävi", off.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hyvin meni", (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync(path))).Main.TextContent, StringComparison.Ordinal);
        var gone = await off.PressAsync(town.Tray, "Peru kaikki");
        Assert.Contains("Kukaan ei enää näe tietojasi", gone.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sivun Asiakas", (await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync(path))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_what_was_written_and_say_what_is_wrong()
    {
        using var answer = await town.Nurse.SendAsync("/lahete", "/lahete",
            ("receiver", $"{Kuopio}"), ("name", "Aino 131052-308T"), ("contact", "ei numero"), ("form", "SPOKEN_PRESENT"), ("pin", "4711"), ("goal", "<script>alert(1)</script>"));
        var page = await PageVisit.ReadAsync(answer);
        Assert.Equal(422, page.Status);
        var told = page.Main.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("Poista henkilötunnus.", told, StringComparison.Ordinal);
        Assert.Contains("Tarkista numero tai osoite.", told, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", page.Main.QuerySelector("#goal")!.TextContent);
        Assert.Empty(page.Main.QuerySelectorAll("script"));
        Assert.True(page.Main.QuerySelector("form details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Take_a_guardian_a_survey_and_to_whom_it_may_be_told_and_show_them_to_the_desk_in_words()
    {
        var form = (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/lahete"))).Main;
        Assert.Contains("Onko sinulla ihmisiä", form.QuerySelector("details.talk")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["laheinen", "toiminnan-vetaja"], form.QuerySelectorAll("form details input[name=disclosure]").Select(box => box.GetAttribute("value")));
        using var answer = await town.Nurse.SendAsync("/lahete", "/lahete",
            ("receiver", $"{Kuopio}"), ("name", "Sivun Toinen"), ("contact", "040 123 4567"), ("form", "SPOKEN_PRESENT"), ("municipality", "297"), ("language", "sv"),
            ("aideName", "Eeva Edunvalvoja"), ("aideScope", "DECIDES_AS_GUARDIAN"), ("survey", "Seuraa kaivataan"), ("shareSurvey", "on"), ("tray", "2b71 7K20 9D4X 3A1C"), ("shareTray", "on"), ("disclosure", "laheinen"));
        Assert.Equal(200, (int)answer.StatusCode);
        var box = (await town.Coordinator.AskAsync("{ referrals(box: RECEIVED, first: 100) { nodes { id client { name } } } }")).GetProperty("data").GetProperty("referrals").GetProperty("nodes");
        var id = box.EnumerateArray().Single(node => $"{node}".Contains("Sivun Toinen", StringComparison.Ordinal)).GetProperty("id").GetString();
        var shown = (await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync($"/lahetteet/{id}"))).Text;
        Assert.All(["Eeva Edunvalvoja – Päättää edunvalvojana", "Seuraa kaivataan", "Saa kertoa myös", "Läheinen", "Kuopio", "ruotsi", "2B71-7K20-9D4X-3A1C"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/lahete")]
    [InlineData("/lahetteet")]
    [InlineData("/linkkihenkilot")]
    [InlineData("/lahetteet/00000000-0000-0000-0000-000000000000")]
    public async Task Of_staff_ask_to_sign_in(string path) =>
        Assert.StartsWith("/kirjaudu", (await town.Tray.Client.GetAsync(path)).Headers.Location?.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Say_the_same_of_anothers_referral_and_of_none()
    {
        var id = (await town.SendAsync(Input())).GetProperty("referral").GetProperty("id").GetString();
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        var (real, made) = (await PageVisit.ReadAsync(await other.Client.GetAsync($"/lahetteet/{id}")), await PageVisit.ReadAsync(await other.Client.GetAsync($"/lahetteet/{Guid.NewGuid()}")));
        Assert.Equal((404, 404), (real.Status, made.Status));
        Assert.Equal(real.Main.InnerHtml, made.Main.InnerHtml);
        Assert.Equal(403, (int)(await other.Client.GetAsync("/lahete")).StatusCode);
        Assert.Equal(403, (int)(await town.Nurse.Client.GetAsync("/linkkihenkilot")).StatusCode);
    }

    [Fact]
    public void Have_words_for_all_that_is_told_of_as_done()
    {
        var byClient = Enum.GetValues<ReferralState>().SelectMany(state => MoveTable.Possible(state, ReferralActor.Client)).Distinct().ToList();
        string[] looks = [AuditWriter.CodeRead, AuditWriter.ConsentChanged];
        foreach (var words in Enum.GetValues<Language>().Select(ServiceTray.Referrals.Texts.In))
        {
            Assert.All(Enum.GetNames<ReferralMove>().Concat(looks).Append(AuditWriter.Read).Append(AuditWriter.Listed).Append(AuditWriter.Told), act => Assert.NotEmpty(words[$"Did.{act}"]));
            Assert.All(byClient.Select(move => $"{move}").Concat(looks), act => Assert.NotEmpty(words[$"You.{act}"]));
        }
    }

    [Fact]
    public async Task Ask_once_more_before_what_cannot_be_undone_and_tell_no_consent_before_it_is_given()
    {
        using var answer = await town.Nurse.SendAsync("/lahete", "/lahete", ("receiver", $"{Kuopio}"), ("name", "Kysyttävä Asiakas"), ("contact", "040 123 4567"), ("form", "CODE"));
        var sent = await PageVisit.ReadAsync(answer);
        Assert.Null(sent.Main.QuerySelector("#sentence"));
        Assert.Contains($"{town.Tray.Client.BaseAddress}oma-lahete", sent.Main.TextContent, StringComparison.Ordinal);
        var box = (await town.Nurse.AskAsync("{ referrals(box: SENT, state: AWAITING_CONSENT) { nodes { id client { name } } } }")).GetProperty("data").GetProperty("referrals").GetProperty("nodes");
        var id = box.EnumerateArray().Single(node => node.GetProperty("client").GetProperty("name").GetString() == "Kysyttävä Asiakas").GetProperty("id").GetString();
        var page = (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync($"/lahetteet/{id}"))).Main;
        Assert.Contains("Tätä ei voi perua", page.QuerySelector("details:has(button[value=DECLINE_CONSENT])")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_a_desk_once_whether_its_notes_are_gone()
    {
        var path = $"/lahetteet/{(await town.SendAsync(Input("Peruva Asiakas"))).GetProperty("referral").GetProperty("id").GetString()}";
        await PressAsync(town.Coordinator, path, "WITHDRAW");
        Assert.NotNull((await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync(path))).Main.QuerySelector("button[value=CONFIRM_DELETION]"));
        await PressAsync(town.Coordinator, path, "CONFIRM_DELETION");
        Assert.Null((await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync(path))).Main.QuerySelector("button[value=CONFIRM_DELETION]"));
    }

    [Fact]
    public async Task A_post_without_the_pages_own_token_does_nothing()
    {
        var referral = (await town.SendAsync(Input())).GetProperty("referral");
        var path = $"/lahetteet/{referral.GetProperty("id").GetString()}";
        using var forged = await town.Coordinator.Client.PostAsync(path, new FormUrlEncodedContent([new("move", "DECLINE"), new("revision", "1"), new("reason", "NO_ROOM")]));
        Assert.Equal(400, (int)forged.StatusCode);
        Assert.Equal("SENT", (await ReadAsync(town.Coordinator, referral.GetProperty("id").GetString()!)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Of_the_client_have_a_way_out_that_leaves_nothing_behind()
    {
        var page = await PageVisit.GetAsync(town.Tray, "/oma-lahete");
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Equal("/poistu", page.Main.QuerySelector(".exit a")!.GetAttribute("href"));
        using var left = await town.Tray.Client.GetAsync("/poistu");
        Assert.Equal("\"cache\", \"cookies\"", string.Join(' ', left.Headers.GetValues("Clear-Site-Data")));
        Assert.DoesNotContain("palvelutarjotin", $"{left.Headers.Location}", StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("fi", "Lähetteen osapuolet", "Rinnalla Savossa ry (esimerkki)")]
    [InlineData("sv", "Remissens parter", "Rinnalla Savossa rf (exempel)")]
    [InlineData("en", "Who sends and receives referrals", "Rinnalla Savossa association (example)")]
    public async Task Tell_everybody_who_sends_and_receives(string language, string title, string recipient)
    {
        var page = await PageVisit.GetAsync(town.Tray, $"/lahetteen-osapuolet?lang={language}");
        Assert.Equal(title, page.Main.QuerySelector("h1")!.TextContent);
        Assert.Contains(recipient, page.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("tietosuoja@hyvinvointialue.example", page.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_person_is_made_fit_by_her_own_coordinator_alone()
    {
        using var walker = await Person.SignedInAsync(town.Tray, new Grant(Role.LinkPerson, Iisalmi));
        using var coordinator = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        (string, string)[] days = [("organisation", $"{Iisalmi}"), ("account", $"{walker.Account}"), ("trained", "2026-01-02"), ("confidentiality", "2026-01-03"), ("recordCheck", "2026-01-04")];
        Assert.Equal(403, (int)(await town.Coordinator.SendAsync("/linkkihenkilot", "/linkkihenkilot", days)).StatusCode);
        Assert.Contains("Ei vielä", (await PageVisit.ReadAsync(await coordinator.Client.GetAsync("/linkkihenkilot"))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await coordinator.SendAsync("/linkkihenkilot", "/linkkihenkilot", days)).StatusCode);
        Assert.Contains("Voi saada asiakkaita", (await PageVisit.ReadAsync(await coordinator.Client.GetAsync("/linkkihenkilot"))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_that_is_full_is_shown_so_before_sending()
    {
        using var coordinator = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        await coordinator.SendAsync("/lahetteet", "/lahetteet", ("takesOn", "no"));
        Assert.Contains("Iisalmen kaupunki (esimerkki) – ei ota nyt uusia", await OptionsAsync());
        await coordinator.SendAsync("/lahetteet", "/lahetteet", ("takesOn", "yes"));
        Assert.DoesNotContain("Iisalmen kaupunki (esimerkki) – ei ota nyt uusia", await OptionsAsync());

        async Task<IEnumerable<string>> OptionsAsync() =>
            (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/lahete"))).Document.QuerySelectorAll<IHtmlOptionElement>("#receiver option").Select(option => option.Text.Trim());
    }

    internal static async Task PressAsync(Person person, string path, string move, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(person, path, move, fields);
        Assert.True((int)answer.StatusCode == 302, $"{move}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    // The form of the move's own button, with all its hidden fields.
    internal static async Task<HttpResponseMessage> SendAsync(Person person, string path, string move, params (string Name, string Value)[] fields)
    {
        var page = await PageVisit.ReadAsync(await person.Client.GetAsync(path));
        var button = page.Document.QuerySelector<IHtmlButtonElement>($"button[name=move][value={move}]") ?? throw new InvalidOperationException($"No button for {move}: {page.Main.TextContent}");
        var hidden = button.Form!.QuerySelectorAll("input[type=hidden]").Select(field => (Name: field.GetAttribute("name")!, Value: field.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Append(("move", move)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await person.Client.PostAsync(path, content);
    }

    [GeneratedRegex(@"^Iisalmen kaupunki \(esimerkki\): (1 avoin lähete|\d+ avointa lähetettä)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Queue();
}
