using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using ServiceTray.Themes;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A client sends for herself, a point receives, a question goes without a client, and programs send over REST.</summary>
public sealed class OtherWaysIn : IAsyncLifetime
{
    private static readonly Guid Point = Source.IdOf("test", "point");

    private ReferralTown town = null!;

    public async Task InitializeAsync()
    {
        town = await BuildAsync(await TrayApp.StartAsync("none", builder => builder.Services.AddSingleton(services =>
        {
            // The consultation as a county fit for it would switch it on.
            var shipped = ProgrammeFolder.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "programmes"), isForClientData: true);
            var open = shipped.Find("hyvinvointilahete")!;
            return new ProgrammeShelf([.. shipped.All.Select(one => one.Key == "tyokyvyn-konsultaatio" ? one with { IsOn = true, Senders = open.Senders, Recipients = open.Recipients } : one)]);
        })));
        await town.Tray.PutAsync([PointOf(Point, Kuopio, TrayApp.Now.AddYears(1)), PointOf(Source.IdOf("test", "ended"), Kuopio, TrayApp.Now.AddDays(-3))]);
    }

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task A_client_asks_for_herself_and_sees_it_by_code_and_pin()
    {
        using var resident = new Person(town.Tray);
        var wrong = await PageVisit.ReadAsync(await resident.SendAsync("/oma-lahete/uusi", "/oma-lahete/uusi", ("receiver", $"{Kuopio}"), ("name", "Oma Pyytäjä"), ("contact", "040 123 4567"), ("goal", "masennus 131052-308T")));
        Assert.Equal(422, wrong.Status);
        Assert.Contains("Oma Pyytäjä", wrong.Main.InnerHtml, StringComparison.Ordinal);
        var sent = await PageVisit.ReadAsync(await resident.SendAsync("/oma-lahete/uusi", "/oma-lahete/uusi", ("receiver", $"{Kuopio}"), ("name", "Oma Pyytäjä"), ("contact", "040 123 4567"), ("goal", "Lähden ulos"), ("pin", "1357")));
        Assert.Equal("Pyyntösi on perillä", sent.Main.QuerySelector("h1")!.TextContent);
        var own = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", sent.Main.QuerySelector(".code")!.TextContent.Trim()), ("pin", "1357"));
        Assert.Contains("Peru kaikki", own.Main.TextContent, StringComparison.Ordinal);

        // Sent on a Sunday: two working days for the desk and five for the link person end on Tuesday of the week after. Nobody else sent it.
        Assert.Contains("viimeistään 1.12.2026", sent.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sinä – lähetit", own.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lähettäjälle kerrotaan", own.Main.TextContent, StringComparison.Ordinal);
        var box = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/lahetteet"));
        var page = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync(box.Main.QuerySelector<IHtmlAnchorElement>(".card a")!.GetAttribute("href")));
        Assert.Contains("Lähden ulos", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("asiakas itse", page.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Oma Pyytäjä", (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/lahetteet?paattyneet=1"))).Text, StringComparison.Ordinal);

        // Handed on, it is hers still: whoever handed it on does not become its sender, who would be told how it goes.
        await using var context = await town.ContextAsync();
        var id = (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(context.Set<ServiceTray.Referrals.Referral>())).Id;
        var child = Guid.Parse((await MoveAsync(town.Coordinator, "forwardReferral", $"{id}", 1, $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString()!);
        Assert.Null((await context.Set<ServiceTray.Referrals.Referral>().FindAsync(child))!.SenderAccount);
    }

    [Fact]
    public async Task A_point_with_an_agreement_in_force_receives_and_one_without_is_refused()
    {
        const string Form = "/lahete?malli=matalan-kynnyksen-ohjaus";
        var form = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync(Form));
        var options = form.Document.QuerySelectorAll<IHtmlOptionElement>("#receiver option").Select(option => option.Value).ToList();
        Assert.Contains($"{Kuopio}/{Point}", options);
        Assert.DoesNotContain(options, option => option.EndsWith($"{Source.IdOf("test", "ended")}", StringComparison.Ordinal));
        (string, string)[] fields = [("name", "Pisteen Asiakas"), ("contact", "040 123 4567"), ("form", "SPOKEN_PRESENT")];
        var ended = await PageVisit.ReadAsync(await town.Nurse.SendAsync(Form, "/lahete", [("receiver", $"{Kuopio}/{Source.IdOf("test", "ended")}"), .. fields]));
        Assert.Equal(422, ended.Status);
        var foreign = await PageVisit.ReadAsync(await town.Nurse.SendAsync(Form, "/lahete", [("receiver", $"{Iisalmi}/{Point}"), .. fields]));
        Assert.Equal(422, foreign.Status);
        var sent = await PageVisit.ReadAsync(await town.Nurse.SendAsync(Form, "/lahete", [("receiver", $"{Kuopio}/{Point}"), .. fields]));
        Assert.Equal((200, "Lähete on perillä"), (sent.Status, sent.Main.QuerySelector("h1")!.TextContent));
    }

    [Fact]
    public async Task A_question_and_its_answer_go_without_a_client()
    {
        const string Form = "/lahete?malli=tyokyvyn-konsultaatio";
        var form = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync(Form));
        Assert.Null(form.Document.QuerySelector("#name, #contact, #pin, #form"));
        Assert.Equal(422, (int)(await town.Nurse.SendAsync(Form, "/lahete", ("receiver", $"{Kuopio}"))).StatusCode);
        var sent = await PageVisit.ReadAsync(await town.Nurse.SendAsync(Form, "/lahete", ("receiver", $"{Kuopio}"), ("ownWords", "Voiko kuntoutustuki jatkua työkokeilun aikana?")));
        Assert.Null(sent.Main.QuerySelector(".code"));
        var box = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/lahetteet"));
        var path = box.Main.QuerySelectorAll<IHtmlAnchorElement>(".card a").Last().GetAttribute("href")!;
        await ReferralPages.PressAsync(town.Coordinator, path, "ACCEPT", ("linkPerson", $"{town.Walker.Account}"));
        await ReferralPages.PressAsync(town.Walker, path, "BEGIN", ("day", "2026-12-15"));
        await ReferralPages.PressAsync(town.Walker, path, "COMPLETE");
        await ReferralPages.PressAsync(town.Walker, path, "GIVE_FEEDBACK", ("toSender", "Voi, sovi ensin Kelan kanssa."));
        Assert.Contains("Voi, sovi ensin Kelan kanssa.", (await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync(path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_sends_and_moves_over_rest_and_is_told_what_is_possible()
    {
        var nurse = await TokenAsync(Role.Professional, County);
        var desk = await TokenAsync(Role.Coordinator, Kuopio);
        var (status, sent) = await AskAsync(nurse, "/api/v1/referrals", Input("Rajapinnan Asiakas"), "avain-1");
        Assert.Equal((200, "SENT"), (status, sent.GetProperty("state").GetString()));
        Assert.Equal(19, sent.GetProperty("code").GetString()!.Length);
        var id = sent.GetProperty("id").GetString();
        Assert.Equal(id, (await AskAsync(nurse, "/api/v1/referrals", Input("Rajapinnan Asiakas"), "avain-1")).Body.GetProperty("id").GetString());
        Assert.Equal((422, "IDEMPOTENCY_KEY_REUSED"), Coded(await AskAsync(nurse, "/api/v1/referrals", Input("Toinen"), "avain-1")));
        Assert.Equal(400, (await AskAsync(nurse, "/api/v1/referrals", Input("Toinen"))).Status);

        var (_, list) = await AskAsync(desk, "/api/v1/referrals?box=RECEIVED");
        Assert.Contains(list.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetString() == id);
        var (_, received) = await AskAsync(desk, $"/api/v1/referrals/{id}/moves", new { move = "RECEIVE", revision = 1 });
        Assert.Equal("RECEIVED", received.GetProperty("state").GetString());
        var (late, told) = await AskAsync(desk, $"/api/v1/referrals/{id}/moves", new { move = "DECLINE", revision = 1, reason = "NO_ROOM" });
        Assert.Equal((422, "REFERRAL_MOVED", "RECEIVED"), (late, told.GetProperty("code").GetString(), told.GetProperty("state").GetString()));
        Assert.Contains(told.GetProperty("possibleMoves").EnumerateArray(), move => move.GetString() == "ACCEPT");
        Assert.Equal((422, "REASON_UNKNOWN"), Coded(await AskAsync(desk, $"/api/v1/referrals/{id}/moves", new { move = "DECLINE", revision = 2 })));
        Assert.Equal((422, "MOVE_NOT_POSSIBLE"), Coded(await AskAsync(desk, $"/api/v1/referrals/{id}/moves", new { move = "EXPIRE", revision = 2 })));

        // A client who calls.
        Assert.Equal((422, "FIELD_REQUIRED"), Coded(await AskAsync(desk, $"/api/v1/referrals/{id}/consent", new { revision = 2, why = "Soitti" })));
        Assert.Equal((422, "REFERRAL_MOVED"), Coded(await AskAsync(desk, $"/api/v1/referrals/{id}/consent", new { revision = 1, why = "Soitti", purpose = "FEEDBACK_TO_SENDER" })));
        var (_, off) = await AskAsync(desk, $"/api/v1/referrals/{id}/consent", new { revision = 2, why = "Soitti", purpose = "FEEDBACK_TO_SENDER" });
        Assert.DoesNotContain(off.GetProperty("consent").GetProperty("purposes").EnumerateArray(), purpose => purpose.GetString() == "FEEDBACK_TO_SENDER");

        var other = await TokenAsync(Role.Coordinator, Iisalmi);
        Assert.Equal($"{(await AskAsync(other, $"/api/v1/referrals/{Guid.NewGuid()}")).Body}", $"{(await AskAsync(other, $"/api/v1/referrals/{id}")).Body}");
        Assert.Equal((404, "NOT_FOUND"), Coded(await AskAsync(other, $"/api/v1/referrals/{id}/moves", new { move = "RECEIVE", revision = 2 })));
        Assert.Equal((404, "NOT_FOUND"), Coded(await AskAsync(other, $"/api/v1/referrals/{id}/consent", new { revision = 3, why = "Soitti", purpose = "TELL_SENDER" })));
        Assert.Equal((401, "UNAUTHENTICATED"), Coded(await AskAsync(null, "/api/v1/referrals")));
        Assert.Equal((403, "FORBIDDEN"), Coded(await AskAsync(await TokenAsync(Role.Professional, County, "offerings:write"), "/api/v1/referrals")));
    }

    [Fact]
    public async Task A_program_is_told_every_field_that_cannot_be_taken_and_where_a_move_stands()
    {
        var nurse = await TokenAsync(Role.Professional, County);
        var input = Input("Aino 131052-308T");
        ((Dictionary<string, object?>)input["agreement"]!)["textVersion"] = "0.1";
        ((Dictionary<string, object?>)input["client"]!)["contact"] = "ei numeroa";
        (input["pin"], input["receiver"], input["target"], input["targetId"]) = ("12", Guid.NewGuid(), "ACTIVITY", Guid.NewGuid());
        var (status, body) = await AskAsync(nurse, "/api/v1/referrals?lang=fi", input, new string('x', 201));
        var told = body.GetProperty("errors").EnumerateArray().ToDictionary(error => error.GetProperty("argument").GetString()!, error => error.GetProperty("code").GetString());
        Assert.Equal(422, status);
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["receiver"] = "RECIPIENT_UNKNOWN", ["client.contact"] = "CONTACT_INVALID", ["client.name"] = "IDENTITY_CODE_REFUSED", ["target"] = "OFFERING_UNKNOWN",
                ["agreement.textVersion"] = "CONSENT_TEXT_UNKNOWN", ["pin"] = "PIN_INVALID", ["idempotencyKey"] = "FIELD_REQUIRED",
            },
            told);
        Assert.Contains("Henkilötunnus", $"{body.GetProperty("errors")}".Replace("\\u00F6", "ö", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("131052", $"{body}", StringComparison.Ordinal);

        var (desk, link) = (await TokenAsync(Role.Coordinator, Kuopio), town.Walker);
        var accepted = (await MoveAsync(town.Coordinator, "acceptReferral", (await town.SendAsync(Input())).GetProperty("referral"), $"linkPerson: \"{link.Account}\"")).GetProperty("referral");
        var (_, refused) = await AskAsync(desk, $"/api/v1/referrals/{accepted.GetProperty("id").GetString()}/moves", new { move = "HAND_OVER", revision = 2, linkPerson = Guid.NewGuid() });
        Assert.Equal(("LINK_PERSON_UNFIT", "linkPerson", "ACCEPTED"), (refused.GetProperty("errors")[0].GetProperty("code").GetString(), refused.GetProperty("errors")[0].GetProperty("argument").GetString(), refused.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_box_is_answered_or_badly_asked_and_is_declared_so()
    {
        var answers = (await town.Tray.GetAsync("/openapi.json")).Body.GetProperty("paths").GetProperty("/api/v1/referrals").GetProperty("get").GetProperty("responses").EnumerateObject().Select(answer => answer.Name);
        Assert.Equal(["200", "400", "401", "403", "500"], answers.Order());
        Assert.Equal(400, (await AskAsync(await TokenAsync(Role.Coordinator, Kuopio), "/api/v1/referrals?first=101")).Status);
    }

    private static (int, string?) Coded((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.GetProperty("code").GetString());

    private async Task<(int Status, JsonElement Body)> AskAsync(string? token, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        var answer = await town.Tray.SendAsync(request);
        return ((int)answer.Status, answer.Body);
    }

    private Task<string> TokenAsync(Role role, Guid organisation, string scope = "referrals") => town.Tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(
        Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, organisation)]), "Ohjelma", new Grant(role, organisation), [scope], CancellationToken.None);

    private static Activity PointOf(Guid id, Guid organisation, DateTimeOffset until) => new()
    {
        Id = id,
        Name = LocalizedText.Of($"Olohuone {id:N}"),
        Themes = [ThemeCode.Community],
        OrganisationId = organisation,
        Source = new Source("test", $"{id}", "CC0-1.0"),
        UpdatedAt = TrayApp.Now,
        GuidancePoint = new GuidancePoint("PS", new DateOnly(2026, 1, 1), DateOnly.FromDateTime(until.UtcDateTime), ["fi"]),
    };
}
