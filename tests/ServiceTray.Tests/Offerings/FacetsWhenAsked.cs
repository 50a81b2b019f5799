using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Offerings;
using ServiceTray.Search.Querying;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>Counts beside a page cost a search's time, so they are made when somebody reads them.</summary>
[Collection(FullTray.Name)]
public sealed class FacetsWhenAsked(FullTray full)
{
    private static readonly OfferingFilter Movement = new() { Themes = [ThemeCode.Movement], Text = "ryhmä" };

    private OfferingSearch Search => full.App.Services.GetRequiredService<OfferingSearch>();

    [Fact]
    public void Are_not_counted_before_they_are_read()
    {
        var page = Search.Find(Movement, null, OfferingOrder.Best, new PageRequest(5));
        Assert.Null(page.AllCounted);
        Assert.NotEmpty(page.Facet(IndexFields.Theme));
        Assert.NotNull(page.AllCounted);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public void Count_the_same_afterwards_as_at_once(int first)
    {
        var at = new PageRequest(first);
        AssertSame(Search.Find(Movement, null, OfferingOrder.Best, at, OfferingFacets.All), Search.Find(Movement, null, OfferingOrder.Best, at));
    }

    [Fact]
    public void Count_the_others_afterwards_when_one_was_named()
    {
        var some = Search.Find(Movement, null, OfferingOrder.Best, new PageRequest(5), [new(IndexFields.Kind)]);
        Assert.Equal([IndexFields.Kind], some.Counted.Keys);
        Assert.Equal(2, some.Facet(IndexFields.Kind).Count);
        Assert.Null(some.AllCounted);
        AssertSame(Search.Find(Movement, null, OfferingOrder.Best, new PageRequest(5), OfferingFacets.All), some);
    }

    [Fact]
    public void Count_the_same_on_every_page()
    {
        var first = Search.Find(Movement, null, OfferingOrder.Name, new PageRequest(5), OfferingFacets.All);
        AssertSame(first, Search.Find(Movement, null, OfferingOrder.Name, new PageRequest(5, first.Hits[^1].Cursor)));
        AssertSame(first, Search.Find(Movement, null, OfferingOrder.Name, new PageRequest(null, null, 5, first.Hits[0].Cursor)));
    }

    [Fact]
    public async Task Tell_for_each_theme_what_a_search_for_it_finds()
    {
        var themes = (await full.App.QueryAsync("{ themes { code offeringCount } }")).GetProperty("themes").EnumerateArray().ToList();
        Assert.Equal(8, themes.Count);
        foreach (var theme in themes)
        {
            var found = await full.App.GetAsync($"/api/v1/offerings?first=0&theme={theme.GetProperty("code").GetString()}");
            Assert.Equal(found.Total, theme.GetProperty("offeringCount").GetInt32());
        }
    }

    private static void AssertSame(OfferingPage expected, OfferingPage actual)
    {
        Assert.Equal(OfferingFacets.All.Count, expected.Counted.Count);
        Assert.All(expected.Counted, facet => Assert.Equal(facet.Value, actual.Facet(facet.Key)));
        Assert.Null(expected.AllCounted);
    }
}
