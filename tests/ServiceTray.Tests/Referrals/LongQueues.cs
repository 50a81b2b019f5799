using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using ServiceTray.Themes;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A desk to which more is sent than stands on a page: all of it is reached, the most urgent first.</summary>
public sealed class LongQueues : IAsyncLifetime
{
    private const int Many = 130;

    private readonly HandClock clock = new();

    private ReferralTown town = null!;

    private Caller Nurse => Caller.Person(town.Nurse.Account, "Hoitaja", [new Grant(Role.Professional, County)]);

    private Caller Coordinator => Caller.Person(town.Coordinator.Account, "Koordinaattori", [new Grant(Role.Coordinator, Kuopio)]);

    private ReferralFinder Finder => town.Tray.Services.GetRequiredService<ReferralFinder>();

    // The first is late, and what was turned away since has nothing that is due.
    public async Task InitializeAsync()
    {
        town = await BuildAsync(await TrayApp.StartAsync("none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
        var (desk, mover) = (town.Tray.Services.GetRequiredService<ReferralDesk>(), town.Tray.Services.GetRequiredService<ReferralMover>());
        for (var i = 0; i < Many; i++)
        {
            // Of every three the sender is told nothing of one.
            var agreement = new AgreementInput("1.0", AgreementForm.SpokenPhone, i % 3 == 0 ? [Purpose.Send, Purpose.ReceiverContacts] : [Purpose.Send, Purpose.ReceiverContacts, Purpose.TellSender]);
            var sent = await desk.SendAsync(new ReferralSendingInput("hyvinvointilahete", Receiver: Kuopio, Client: new($"Asiakas {i}", Contact: "040 123 4567"), Reason: new([ThemeCode.Community]), Agreement: agreement), $"{i}", isDraft: false, Nurse, CancellationToken.None);
            if (i % 4 == 3)
            {
                await mover.MoveAsync(new ReferralOrder(sent.Shown.View.Id, 1), Coordinator, ReferralMove.Decline, (referral, by) => referral.Decline(by, ReasonCode.NoRoom), CancellationToken.None);
            }
            else if (i % 4 == 2)
            {
                await mover.MoveAsync(new ReferralOrder(sent.Shown.View.Id, 1), Coordinator, ReferralMove.Receive, (referral, by) => referral.Receive(by), CancellationToken.None);
            }

            clock.Now += i == 0 ? TimeSpan.FromDays(3) : TimeSpan.FromSeconds(1);
        }

        foreach (var person in new[] { town.Nurse, town.Coordinator })
        {
            await person.SignInAgainAsync();
        }
    }

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Theory]
    [InlineData(ReferralBox.Received, 7)]
    [InlineData(ReferralBox.Received, 100)]
    [InlineData(ReferralBox.Sent, 13)]
    public async Task Are_walked_to_the_end_each_referral_once_and_in_their_order(object box, int size)
    {
        var listing = new ReferralListing((ReferralBox)box, Ended: true, First: size);
        var walked = await WalkAsync(listing);
        Assert.Equal((Many, Many), (walked.Count, walked.DistinctBy(shown => shown.View.Id).Count()));
        var first = walked[0].View;
        Assert.Equal("Asiakas 0", first.Client!.Name);
        Assert.Equal((ReferralBox)box == ReferralBox.Received, first.IsOverdue);
        Assert.Equal(walked.Select(shown => shown.View.Id), walked.OrderBy(shown => shown.View.DueAt is null).ThenBy(shown => shown.View.DueAt)
            .ThenBy(shown => shown.View.DueAt is null ? -shown.View.CreatedAt.UtcTicks : shown.View.CreatedAt.UtcTicks).Select(shown => shown.View.Id));
    }

    [Fact]
    public async Task Hold_their_place_while_others_move()
    {
        var first = await Finder.ListAsync(new ReferralListing(ReferralBox.Received, First: 10), Coordinator, CancellationToken.None);
        Assert.True(first.HasNextPage);
        var second = (await Finder.ListAsync(new ReferralListing(ReferralBox.Received, First: 10, After: first.EndCursor), Coordinator, CancellationToken.None)).Nodes.Select(shown => shown.View.Id);

        // What stood on the first page leaves it, and more comes in.
        var mover = town.Tray.Services.GetRequiredService<ReferralMover>();
        foreach (var shown in first.Nodes.Where(shown => shown.Possible.Contains(ReferralMove.Decline)))
        {
            await mover.MoveAsync(new ReferralOrder(shown.View.Id, shown.View.Revision), Coordinator, ReferralMove.Decline, (referral, by) => referral.Decline(by, ReasonCode.NoRoom), CancellationToken.None);
        }

        await town.SendAsync(Input("Uusin"));
        Assert.Equal(second, (await Finder.ListAsync(new ReferralListing(ReferralBox.Received, First: 10, After: first.EndCursor), Coordinator, CancellationToken.None)).Nodes.Select(shown => shown.View.Id));
    }

    [Theory]
    [InlineData(ReferralState.Sent)]
    [InlineData(ReferralState.Received)]
    [InlineData(ReferralState.Declined)]
    public async Task Are_sorted_out_by_what_the_sender_is_told(object told)
    {
        var state = (ReferralState)told;
        var all = (await WalkAsync(new ReferralListing(ReferralBox.Sent, Ended: true, First: 100))).Where(shown => shown.View.State == state).Select(shown => shown.View.Id).ToHashSet();
        var asked = await Finder.ListAsync(new ReferralListing(ReferralBox.Sent, state, First: 5), Nurse, CancellationToken.None);
        Assert.Equal(all.Count, asked.TotalCount);
        Assert.Equal(all, (await WalkAsync(new ReferralListing(ReferralBox.Sent, state, First: 5))).Select(shown => shown.View.Id).ToHashSet());
    }

    [Fact]
    public async Task Open_no_more_than_stands_on_the_page()
    {
        await using var context = await town.ContextAsync();
        var before = await context.Set<AuditEntry>().CountAsync();
        await Finder.ListAsync(new ReferralListing(ReferralBox.Received, First: 10), Coordinator, CancellationToken.None);
        Assert.Equal(10, await context.Set<AuditEntry>().CountAsync() - before);
    }

    [Fact]
    public async Task Over_GraphQL_and_REST_the_cursor_leads_on_and_another_is_refused()
    {
        const string Query = "query($after: String) { referrals(box: RECEIVED, first: 60, ended: true, after: $after) { totalCount overdueCount endCursor hasNextPage nodes { id } } }";
        var first = (await town.Coordinator.AskAsync(Query)).GetProperty("data").GetProperty("referrals");
        Assert.Equal((Many, 1, true), (first.GetProperty("totalCount").GetInt32(), first.GetProperty("overdueCount").GetInt32(), first.GetProperty("hasNextPage").GetBoolean()));
        var second = (await town.Coordinator.AskAsync(Query, new { after = first.GetProperty("endCursor").GetString() })).GetProperty("data").GetProperty("referrals");
        var token = await TokenAsync(Role.Coordinator, Kuopio);
        var third = await GetAsync(token, $"/api/v1/referrals?ended=true&first=60&after={second.GetProperty("endCursor").GetString()}");
        Assert.Equal((10, false), (third.Body.GetProperty("items").GetArrayLength(), third.Body.GetProperty("hasNextPage").GetBoolean()));
        Assert.Equal(Many, new[] { first.GetProperty("nodes"), second.GetProperty("nodes"), third.Body.GetProperty("items") }.SelectMany(page => page.EnumerateArray()).Select(node => node.GetProperty("id").GetString()).Distinct().Count());
        foreach (var wrong in new[] { "x", "!!", "MQ", "Li4u", new string('A', 5000) })
        {
            Assert.Equal("CURSOR_INVALID", Sending.TopCode(await town.Coordinator.AskAsync(Query, new { after = wrong })));
        }

        var refused = await GetAsync(token, "/api/v1/referrals?after=x");
        Assert.Equal((400, "CURSOR_INVALID", "after"), (refused.Status, refused.Body.GetProperty("code").GetString(), refused.Body.GetProperty("argument").GetString()));
    }

    [Fact]
    public async Task On_the_page_one_goes_on_box_by_box()
    {
        var page = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync("/lahetteet?paattyneet=1"));
        var seen = new List<string>();
        while (true)
        {
            seen.AddRange(page.Main.QuerySelectorAll("ol.cards h3 a").Select(link => link.GetAttribute("href")!));
            if (page.Main.QuerySelector("a[rel=next]") is not { } next)
            {
                break;
            }

            Assert.Contains($"Kaikkiaan {Many}.", page.Main.TextContent, StringComparison.Ordinal);
            page = await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync(next.GetAttribute("href")));
        }

        Assert.Equal((Many, Many), (seen.Count, seen.Distinct().Count()));
        Assert.Contains(page.Main.QuerySelectorAll("a"), link => link.TextContent == "Alkuun");
    }

    [Fact]
    public async Task A_care_system_follows_next_to_the_last()
    {
        var token = await TokenAsync(Role.Professional, County);
        await using (var context = await town.ContextAsync())
        {
            // What the program itself sent.
            var program = await context.Set<MachineClient>().Select(client => client.Id).SingleAsync();
            await context.Set<Referral>().ExecuteUpdateAsync(set => set.SetProperty(row => row.SenderAccount, program));
        }

        var (ids, url) = (new List<string?>(), "/fhir/ServiceRequest?_count=40");
        while (url is not null)
        {
            var bundle = (await GetAsync(token, url)).Body;
            Assert.Equal(Many, bundle.GetProperty("total").GetInt32());
            var matches = bundle.GetProperty("entry").EnumerateArray().Where(entry => entry.GetProperty("search").GetProperty("mode").GetString() == "match").ToList();
            Assert.InRange(matches.Count, 1, 40);
            ids.AddRange(matches.Select(entry => entry.GetProperty("fullUrl").GetString()));
            url = bundle.TryGetProperty("link", out var links) ? new Uri(links[0].GetProperty("url").GetString()!).PathAndQuery : null;
        }

        Assert.Equal((Many, Many), (ids.Count, ids.Distinct().Count()));

        // How many there are is one answer, and leads to no page without end.
        var counted = (await GetAsync(await TokenAsync(Role.Coordinator, Kuopio), "/fhir/ServiceRequest?_count=0")).Body;
        Assert.Equal((Many, false), (counted.GetProperty("total").GetInt32(), counted.TryGetProperty("link", out _)));
        Assert.Equal("OperationOutcome", (await GetAsync(token, "/fhir/ServiceRequest?_count=101")).Body.GetProperty("resourceType").GetString());
        Assert.Equal(400, (await GetAsync(token, "/fhir/ServiceRequest?page=zz")).Status);
    }

    private async Task<List<ReferralShown>> WalkAsync(ReferralListing listing)
    {
        var (all, after, caller) = (new List<ReferralShown>(), (string?)null, listing.Box == ReferralBox.Received ? Coordinator : Nurse);
        while (true)
        {
            var page = await Finder.ListAsync(listing with { After = after }, caller, CancellationToken.None);
            Assert.InRange(page.Nodes.Count, 1, listing.First);
            Assert.InRange(all.Count, 0, Many);
            all.AddRange(page.Nodes);
            if (!page.HasNextPage)
            {
                return all;
            }

            after = page.EndCursor;
        }
    }

    private Task<string> TokenAsync(Role role, Guid organisation) => town.Tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(
        Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, organisation)]), "Ohjelma", new Grant(role, organisation), ["referrals"], CancellationToken.None);

    private async Task<(int Status, JsonElement Body)> GetAsync(string token, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await town.Tray.Client.SendAsync(request);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
