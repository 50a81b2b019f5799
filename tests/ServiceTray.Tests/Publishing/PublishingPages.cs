using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

public sealed class PublishingPages(SmallTray small) : IClassFixture<SmallTray>
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly Guid City = Source.IdOf("seed", "organisation:kaupunki");

    // A weekly group: seven fields filled in, beside those that a form has chosen for one.
    private static readonly (string Name, string Value)[] WeeklyGroup =
    [
        ("name", "Kahviporukka"), ("summary", "Juodaan kahvia ja jutellaan."), ("theme", "COMMUNITY"), ("weekday", "Tuesday"), ("from", "13:00"), ("to", "14.30"), ("area", "70100"),
    ];

    private readonly TrayApp tray = small.App;

    [Fact]
    public async Task A_weekly_group_of_seven_fields_is_written_looked_at_and_published()
    {
        using var publisher = await PublisherAsync(Walkers);
        var page = await WriteAsync(publisher, Walkers, WeeklyGroup);
        Assert.Contains("Luonnos.", await MainAsync(publisher, page), StringComparison.Ordinal);
        var id = Guid.Parse(page.Split('/')[^1]);
        Assert.Equal(404, (int)(await tray.Client.GetAsync($"/tarjonta/{id}")).StatusCode);

        var preview = await MainAsync(publisher, $"{page}/esikatselu");
        Assert.Contains("Kahviporukka", preview, StringComparison.Ordinal);
        Assert.Contains("tiistai", preview, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        var shown = await PageVisit.GetAsync(tray, $"/tarjonta/{id}");
        Assert.Equal((200, "Kahviporukka"), (shown.Status, shown.Main.QuerySelector("h1")!.TextContent.Trim()));
        Assert.Equal("70100", (await OfferingAsync(id)).PlaceIds.Count > 0 ? await PostalCodeAsync(id) : null);

        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/piilota")).StatusCode);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        Assert.False(await context.Offerings.AnyAsync(row => row.Id == id));
    }

    [Fact]
    public async Task What_was_typed_is_saved_and_published_by_one_button()
    {
        using var publisher = await PublisherAsync(Walkers);
        var form = $"/oma/tarjonta/uusi/{Walkers}";
        var written = await publisher.SendAsync(form, form, [.. WeeklyGroup, ("then", "publish")]);
        var page = written.Headers.Location!.OriginalString;
        var id = Guid.Parse(page.Split('/')[^1]);
        Assert.Equal("Kahviporukka", (await OfferingAsync(id)).Name.Pick(Language.Fi).Value);
        await publisher.SendAsync(page, page, [.. WeeklyGroup.Where(field => field.Name != "name"), ("name", "Teeporukka"), ("then", "publish")]);
        Assert.Equal("Teeporukka", (await OfferingAsync(id)).Name.Pick(Language.Fi).Value);

        // What lacks something is saved, and says what; nobody loses what she typed.
        var lacking = await PageVisit.ReadAsync(await publisher.SendAsync(page, page, [.. WeeklyGroup.Where(field => field.Name is not "theme" and not "name"), ("theme", ""), ("name", "Mehuporukka"), ("then", "publish")]));
        Assert.Equal((422, "Mehuporukka"), (lacking.Status, lacking.Main.QuerySelector("#name")!.GetAttribute("value")));
        Assert.Equal("Teeporukka", (await OfferingAsync(id)).Name.Pick(Language.Fi).Value);
        Assert.Contains("Mehuporukka", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Main.QuerySelector("#name")!.GetAttribute("value"), StringComparison.Ordinal);

        using var editor = await Person.SignedInAsync(tray, new Grant(Role.Editor, Walkers));
        Assert.Null((await PageVisit.ReadAsync(await editor.Client.GetAsync(page))).Main.QuerySelector("button[value=publish]"));
        await editor.SendAsync(page, page, [.. WeeklyGroup.Where(field => field.Name != "name"), ("name", "Kirjoittajan"), ("then", "publish")]);
        Assert.Equal("Teeporukka", (await OfferingAsync(id)).Name.Pick(Language.Fi).Value);
    }

    [Fact]
    public async Task A_new_one_that_lacks_something_is_saved_once_and_says_what_at_its_own_address()
    {
        using var publisher = await PublisherAsync(Walkers);
        var form = $"/oma/tarjonta/uusi/{Walkers}";
        using var written = await publisher.SendAsync($"{form}?lang=sv", form, [.. WeeklyGroup.Where(field => field.Name != "theme"), ("then", "publish")]);
        Assert.Equal(302, (int)written.StatusCode);
        var page = written.Headers.Location!.OriginalString;
        Assert.Contains("lang=sv", page, StringComparison.Ordinal);
        var lacking = await PageVisit.ReadAsync(await publisher.Client.GetAsync(page));
        Assert.Equal("Kahviporukka", lacking.Main.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(["#themes"], lacking.Main.QuerySelectorAll("#problems a").Select(link => link.GetAttribute("href")));

        // Published from there it is the same one, and its address without the question says nothing of what it lacked.
        var own = page.Split('?')[0];
        await publisher.SendAsync(own, own, [.. WeeklyGroup, ("then", "publish")]);
        Assert.Equal("Kahviporukka", (await OfferingAsync(Guid.Parse(own.Split('/')[^1]))).Name.Pick(Language.Fi).Value);
        Assert.Null((await PageVisit.ReadAsync(await publisher.Client.GetAsync(own))).Main.QuerySelector("#problems"));
    }

    [Fact]
    public async Task Room_is_told_in_one_tap_and_residents_see_it()
    {
        using var publisher = await PublisherAsync(Walkers);
        var id = await PublishedAsync(publisher);
        Assert.Equal("/oma/tarjonta", (await publisher.SendAsync("/oma/tarjonta", $"/oma/tarjonta/{id}/tilanne", ("state", "FULL"))).Headers.Location!.OriginalString);
        Assert.Equal(CapacityState.Full, (await OfferingAsync(id)).Capacity!.State);
        Assert.Equal(TrayApp.Now, (await OfferingAsync(id)).Capacity!.ToldAt);
        Assert.Contains("tilanne kerrottu, Testi Henkilö", await MainAsync(publisher, $"/oma/tarjonta/{id}/historia"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_is_restored_from_the_history()
    {
        using var publisher = await PublisherAsync(Walkers);
        var page = await WriteAsync(publisher, Walkers, WeeklyGroup);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, page, [.. WeeklyGroup[1..], ("name", "Väärä nimi")])).StatusCode);
        var history = await PageVisit.ReadAsync(await publisher.Client.GetAsync($"{page}/historia"));
        var first = history.Document.QuerySelectorAll("button[name=edition]")[^1].GetAttribute("value")!;
        Assert.Equal(302, (int)(await publisher.SendAsync($"{page}/historia", $"{page}/palauta", ("edition", first))).StatusCode);
        Assert.Equal("Kahviporukka", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document.QuerySelector("#name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_write_over_each_other()
    {
        using var publisher = await PublisherAsync(Walkers);
        var page = await WriteAsync(publisher, Walkers, WeeklyGroup);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, page, [.. WeeklyGroup, ("phone", "017 111")])).StatusCode);
        var late = await PageVisit.ReadAsync(await publisher.SendAsync(page, page, [.. WeeklyGroup, ("phone", "017 222"), ("version", "1")]));
        Assert.Equal(422, late.Status);
        Assert.Contains("Joku muu on tallentanut", late.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal("017 222", late.Document.QuerySelector("#phone")!.GetAttribute("value"));
        Assert.Equal("017 111", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document.QuerySelector("#phone")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("area", "Xyzzyxyzzy", "#area")]
    [InlineData("to", "12:00", "#times")]
    [InlineData("from", "kuusi", "#times")]
    [InlineData("web", "javascript:alert(1)", "#web")]
    [InlineData("email", "ei osoite", "#email")]
    [InlineData("phone", "soita", "#phone")]
    [InlineData("name", "\uFFFE", "#name")]
    public async Task What_is_wrong_is_told_by_its_field_and_nothing_typed_is_lost(string field, string value, string anchor)
    {
        using var publisher = await PublisherAsync(Walkers);
        var page = $"/oma/tarjonta/uusi/{Walkers}";
        var refused = await PageVisit.ReadAsync(await publisher.SendAsync(page, page, [.. WeeklyGroup.Where(typed => typed.Name != field), (field, value)]));
        Assert.Equal(422, refused.Status);
        Assert.Contains(anchor, refused.Document.QuerySelectorAll("#problems a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Juodaan kahvia ja jutellaan.", refused.Document.QuerySelector("#summary")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_residents_need_is_asked_for_before_publishing()
    {
        using var publisher = await PublisherAsync(City);
        var page = await WriteAsync(publisher, City, ("name", "Pelkkä nimi"));
        var refused = await PageVisit.ReadAsync(await publisher.SendAsync(page, $"{page}/julkaise"));
        Assert.Equal(["#summary", "#themes", "#area", "#phone"], refused.Document.QuerySelectorAll("#problems a").Select(link => link.GetAttribute("href")!));
        Assert.Contains("Tiedoista on kerrottu 10 %.", refused.Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anothers_draft_is_as_if_it_was_not_there_whatever_is_forged()
    {
        using var publisher = await PublisherAsync(Walkers);
        var page = await WriteAsync(publisher, Walkers, WeeklyGroup);
        using var other = await PublisherAsync(City);
        var own = await WriteAsync(other, City, WeeklyGroup);
        var nothing = $"/oma/tarjonta/{Guid.NewGuid()}";
        foreach (var tail in new[] { "", "/esikatselu", "/historia" })
        {
            var (theirs, none) = (await PageVisit.ReadAsync(await other.Client.GetAsync(page + tail)), await PageVisit.ReadAsync(await other.Client.GetAsync(nothing + tail)));
            Assert.Equal((404, 404), (theirs.Status, none.Status));
            Assert.Equal(none.Main.InnerHtml, theirs.Main.InnerHtml);
        }

        foreach (var tail in new[] { "", "/julkaise", "/piilota", "/tilanne", "/palauta" })
        {
            Assert.Equal(404, await ForgeAsync(other, own, page + tail, ("state", "FULL"), ("name", "Kaapattu")));
        }

        Assert.Equal(404, await ForgeAsync(other, own, $"/oma/tarjonta/uusi/{Walkers}", WeeklyGroup));
        var history = await PageVisit.ReadAsync(await publisher.Client.GetAsync($"{page}/historia"));
        var edition = history.Document.QuerySelector("button[name=edition]")!.GetAttribute("value")!;
        Assert.Equal(404, await ForgeAsync(other, own, $"{own}/palauta", ("edition", edition)));
        Assert.Equal("Kahviporukka", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document.QuerySelector("#name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_editor_writes_and_a_publisher_publishes()
    {
        using var editor = await Person.SignedInAsync(tray, new Grant(Role.Editor, Walkers));
        var page = await WriteAsync(editor, Walkers, WeeklyGroup);
        Assert.Equal(403, (int)(await editor.SendAsync(page, $"{page}/julkaise")).StatusCode);
        using var publisher = await PublisherAsync(Walkers);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
    }

    [Fact]
    public async Task Forms_without_their_token_are_not_taken()
    {
        using var publisher = await PublisherAsync(Walkers);
        var page = await WriteAsync(publisher, Walkers, WeeklyGroup);
        using var content = new FormUrlEncodedContent([]);
        Assert.Equal(400, (int)(await publisher.Client.PostAsync($"{page}/julkaise", content)).StatusCode);
    }

    [Fact]
    public async Task Scripts_in_words_are_words()
    {
        using var publisher = await PublisherAsync(Walkers);
        var page = await WriteAsync(publisher, Walkers, [.. WeeklyGroup[1..], ("name", "<script>alert(1)</script>\" onfocus=\"x")]);
        foreach (var address in new[] { page, $"{page}/esikatselu", $"{page}/historia", "/oma/tarjonta" })
        {
            var visit = await PageVisit.ReadAsync(await publisher.Client.GetAsync(address));
            Assert.Empty(visit.Document.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), [onfocus]"));
        }
    }

    internal async Task<Guid> PublishedAsync(Person publisher)
    {
        var page = await WriteAsync(publisher, Walkers, WeeklyGroup);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        return Guid.Parse(page.Split('/')[^1]);
    }

    private static async Task<string> WriteAsync(Person person, Guid organisation, params (string Name, string Value)[] fields)
    {
        var page = $"/oma/tarjonta/uusi/{organisation}";
        var answer = await person.SendAsync(page, page, fields);
        Assert.Equal(302, (int)answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> MainAsync(Person person, string page) => (await PageVisit.ReadAsync(await person.Client.GetAsync(page))).Main.TextContent;

    // With a token that is her own, for a page that is not.
    private static async Task<int> ForgeAsync(Person person, string page, string address, params (string Name, string Value)[] fields)
    {
        var own = await PageVisit.ReadAsync(await person.Client.GetAsync(page));
        var token = own.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return (int)(await person.Client.PostAsync(address, content)).StatusCode;
    }

    private Task<Person> PublisherAsync(Guid organisation) => Person.SignedInAsync(tray, new Grant(Role.Publisher, organisation));

    private async Task<Offering> OfferingAsync(Guid id)
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Offerings.AsNoTracking().SingleAsync(row => row.Id == id);
    }

    private async Task<string?> PostalCodeAsync(Guid id)
    {
        var place = (await OfferingAsync(id)).PlaceIds[0];
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return (await context.Places.AsNoTracking().SingleAsync(row => row.Id == place)).PostalCode;
    }
}
