using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>The calendar: days with what takes place on them, reached by buttons alone.</summary>
[Collection(SmallTray.Name)]
public sealed class AgendaPages(SmallTray small)
{
    [Fact]
    public async Task Show_a_week_with_every_day_and_what_is_on_it()
    {
        var page = await PageVisit.GetAsync(small.App, "/kalenteri?day=2026-11-24");
        Assert.Equal(7, page.All(".day").Count);
        Assert.StartsWith("Maanantai 23.11.2026", page.All(".day h3")[0], StringComparison.Ordinal);
        var item = Assert.Single(page.All(".agenda li"));
        Assert.StartsWith("17.00–18.30", item, StringComparison.Ordinal);
        Assert.Contains("Yhteislaulukonsertti", item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_to_the_next_week_a_month_and_a_day_by_buttons()
    {
        var week = await PageVisit.GetAsync(small.App, "/kalenteri?day=2026-11-24&lang=sv");
        var next = await week.PressAsync(small.App, "Nästa");
        Assert.Equal("30.11.2026 – 6.12.2026", next.Document.QuerySelector("#span")!.TextContent);
        Assert.Contains("Självständighetsdagen", next.All(".day p"));
        var month = await next.PressAsync(small.App, "Månad");
        Assert.Equal(30, month.All(".month td button").Count);
        Assert.Equal("tisdag 24.11.2026, 1 evenemang eller grupp", month.Document.QuerySelector(".month button[value='2026-11-24']")!.GetAttribute("aria-label"));
        var day = await month.PressAsync(small.App, "24");
        Assert.Single(day.All(".day"));
        Assert.Single(day.All(".agenda li"));
    }

    [Theory]
    [InlineData("theme", "MIND", 0)]
    [InlineData("theme", "CULTURE", 1)]
    [InlineData("place", "Kuopio", 1)]
    [InlineData("place", "Helsinki", 0)]
    [InlineData("audience", "MEN", 1)]
    public async Task Hold_to_a_theme_a_place_and_an_audience(string field, string value, int expected)
    {
        var page = await PageVisit.PostAsync(small.App, "/kalenteri", ("day", "2026-11-24"), (field, value));
        Assert.Equal(expected, page.All(".agenda li").Count);
        Assert.Contains("private", page.Header("Cache-Control")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kalenteri?day=2026-02-30", 400)]
    [InlineData("/kalenteri?view=YEAR", 400)]
    [InlineData("/kalenteri?theme=CAT", 400)]
    [InlineData("/kalenteri?place=Kuopoi", 422)]
    [InlineData("/kalenteri?day=2100-01-01", 200)]
    public async Task Say_what_they_cannot_show(string path, int status) => Assert.Equal(status, (await PageVisit.GetAsync(small.App, path)).Status);

    [Fact]
    public async Task Show_what_was_called_off_so_that_nobody_comes_for_nothing()
    {
        await using var tray = await TrayApp.StartAsync("none");
        await tray.PutAsync([OwnOfferings.Event("a", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0), changes: [new ChangedDate(new DateTime(2026, 11, 24, 10, 0, 0), EventStatus.Cancelled)]))]);
        Assert.Contains("Ei pidetä", Assert.Single((await PageVisit.GetAsync(tray, "/kalenteri?day=2026-11-24")).All(".agenda li")), StringComparison.Ordinal);
    }
}
