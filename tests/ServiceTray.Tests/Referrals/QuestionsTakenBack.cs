using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>What asks a client whether her permission goes on waits on paper and in lists of calls: no longer than it may be asked.</summary>
public sealed class QuestionsTakenBack : IAsyncLifetime
{
    private const string Street = "Kotikatu 1";

    private static readonly DateTimeOffset Reminded = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Over = new(2026, 12, 12, 10, 0, 0, TimeSpan.Zero);

    private readonly HandClock clock = new();

    private ReferralTown town = null!;

    public async Task InitializeAsync() => town = await BuildAsync(await TrayApp.StartAsync("none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("renewed", false)]
    [InlineData("contact switched off", false)]
    [InlineData("declined", false)]
    [InlineData("over", false)]
    public async Task Once_it_has_its_answer_or_may_not_be_asked(string what, bool isAskedStill)
    {
        var (id, code) = await AskedAsync(ToPrint);
        switch (what)
        {
            case "renewed":
                await town.Tray.QueryAsync("mutation($code: String!) { renewConsentByCode(code: $code, pin: \"2468\", textVersion: \"1.0\") { errors { code } } }", new { code });
                break;
            case "contact switched off":
                await town.Tray.QueryAsync("mutation($code: String!) { switchConsentByCode(code: $code, pin: \"2468\", purpose: RECEIVER_CONTACTS, on: false) { errors { code } } }", new { code });
                break;
            case "declined":
                await MoveAsync(town.Coordinator, "declineReferral", id, 1, "reason: NO_ROOM");
                break;
            case "over":
                await AtAsync(Over);
                break;
            default:
                break;
        }

        Assert.Equal(isAskedStill, (await LettersAsync()).Contains(Street, StringComparison.Ordinal));
        await using var context = await town.ContextAsync();
        var waits = await context.Set<ReferralNotice>().AnyAsync(notice => notice.Referral == Guid.Parse(id) && notice.Kind == NoticeKind.ConsentEnding && notice.Audience == NoticeAudience.Client && notice.ToPrintSince != null);
        Assert.Equal(isAskedStill, waits);
    }

    [Fact]
    public async Task Its_last_day_is_the_last_on_which_the_desk_has_her_address_even_before_the_clock_has_looked()
    {
        await AskedAsync(ToPrint);
        clock.Now = Over;
        await town.Coordinator.SignInAgainAsync();
        Assert.DoesNotContain(Street, await LettersAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_to_make_is_on_no_list_once_she_has_said_that_it_goes_on()
    {
        var (id, code) = await AskedAsync(ToTell);
        Assert.Contains(id, await LettersAsync(), StringComparison.Ordinal);
        await town.Tray.QueryAsync("mutation($code: String!) { renewConsentByCode(code: $code, pin: \"2468\", textVersion: \"1.0\") { errors { code } } }", new { code });
        Assert.DoesNotContain(id, await LettersAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LETTER", Street + ", 70100 Kuopio", false)]
    [InlineData("PHONE", "040 123 4567", true)]
    public async Task Of_a_protected_address_the_desk_posts_no_letter(string channel, string contact, bool isAsked)
    {
        var (id, _) = await AskedAsync(ToPrint, channel, contact, isProtected: true);
        await using var context = await town.ContextAsync();
        Assert.Equal(isAsked, await context.Set<ReferralNotice>().AnyAsync(notice => notice.Referral == Guid.Parse(id) && notice.Kind == NoticeKind.ConsentEnding && notice.Audience == NoticeAudience.Client));
        Assert.True(await context.Set<ReferralNotice>().AnyAsync(notice => notice.Referral == Guid.Parse(id) && notice.Kind == NoticeKind.ConsentEnding && notice.Audience == NoticeAudience.Desk));
        Assert.DoesNotContain(Street, await LettersAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_handed_on_meanwhile_asks_its_desk_and_not_her_again()
    {
        var (id, _) = await AskedAsync(set => set.SetProperty(notice => notice.DeliveredAt, clock.Now));
        var child = (await MoveAsync(town.Coordinator, "forwardReferral", id, 1, $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString()!;
        await town.LapseAsync();
        await using var context = await town.ContextAsync();
        Assert.Equal([NoticeAudience.Desk], await context.Set<ReferralNotice>().Where(notice => notice.Referral == Guid.Parse(child) && notice.Kind == NoticeKind.ConsentEnding).Select(notice => notice.Audience).ToListAsync());
    }

    [Fact]
    public async Task What_is_over_is_opened_to_no_colleague_who_never_saw_it()
    {
        var (id, code) = await AskedAsync(ToPrint);
        await AtAsync(Over);
        using var colleague = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        Assert.DoesNotContain(id, await UnitAsync(colleague), StringComparison.Ordinal);
        Assert.Equal($"{await MoveAsync(colleague, "takeReferralOver", $"{Guid.NewGuid()}", 1)}", $"{await MoveAsync(colleague, "takeReferralOver", id, 1)}");
        await town.Tray.QueryAsync("mutation($code: String!) { renewConsentByCode(code: $code, pin: \"2468\", textVersion: \"1.0\") { errors { code } } }", new { code });
        Assert.Contains(id, await UnitAsync(colleague), StringComparison.Ordinal);
        Assert.Equal("Aino Asiakas", (await MoveAsync(colleague, "takeReferralOver", id, 2)).GetProperty("referral").GetProperty("client").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Of_a_programme_that_is_gone_nobody_is_asked_for_what_cannot_be_given()
    {
        var input = Input();
        ((Dictionary<string, object?>)input["agreement"]!)["until"] = "2026-12-11";
        var sent = await town.SendAsync(input);
        var id = sent.GetProperty("referral").GetProperty("id").GetString()!;
        await using var context = await town.ContextAsync();
        await context.Set<Referral>().ExecuteUpdateAsync(set => set.SetProperty(row => row.ProgrammeKey, "poistettu"));
        await AtAsync(Reminded);
        Assert.False(await context.Set<ReferralNotice>().AnyAsync(notice => notice.Kind == NoticeKind.ConsentEnding));
        var page = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync($"/lahetteet/{id}"));
        Assert.Contains("Aino Asiakas", page.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Asiakkaan lupa päättyy", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Main.QuerySelector("button[value=RENEW]"));
        var own = await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", sent.GetProperty("code").GetString()!), ("pin", "2468"));
        Assert.NotNull(own.Main.QuerySelector("button[value=withdraw]"));
        Assert.Null(own.Main.QuerySelector("button[value=renew]"));
    }

    private static async Task<string> UnitAsync(Person by) => $"{await by.AskAsync("{ referrals(box: UNIT, first: 100, ended: true) { totalCount nodes { id } } }")}";

    private async Task<string> LettersAsync() => (await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/kirjeet"))).Document.Source.Text;

    private void ToPrint(UpdateSettersBuilder<ReferralNotice> set) => set.SetProperty(notice => notice.ToPrintSince, clock.Now);

    private void ToTell(UpdateSettersBuilder<ReferralNotice> set) => set.SetProperty(notice => notice.ToTellSince, clock.Now);

    // As the deliverer leaves it, whatever way there is.
    private async Task<(string Id, string Code)> AskedAsync(
        Action<UpdateSettersBuilder<ReferralNotice>> leave, string channel = "LETTER", string contact = Street + ", 70100 Kuopio", bool isProtected = false)
    {
        var input = Input();
        ((Dictionary<string, object?>)input["agreement"]!)["until"] = "2026-12-11";
        var client = (Dictionary<string, object?>)input["client"]!;
        (client["channel"], client["contact"], client["isProtected"]) = (channel, contact, isProtected);
        var sent = await town.SendAsync(input);
        await AtAsync(Reminded);
        await using var context = await town.ContextAsync();
        await context.Set<ReferralNotice>().Where(notice => notice.Kind == NoticeKind.ConsentEnding && notice.Audience == NoticeAudience.Client).ExecuteUpdateAsync(set =>
        {
            set.SetProperty(notice => notice.NextAt, (DateTimeOffset?)null);
            leave(set);
        });
        clock.Now += TimeSpan.FromMinutes(1);
        return (sent.GetProperty("referral").GetProperty("id").GetString()!, sent.GetProperty("code").GetString()!);
    }

    private Task AtAsync(DateTimeOffset now) => town.AtAsync(clock, now);
}
