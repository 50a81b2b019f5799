using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

[Collection(FullTray.Name)]
public sealed class Paging(FullTray full)
{
    private const string Walk = """
        query($filter: OfferingFilter, $order: OfferingOrder, $first: Int, $after: String, $last: Int, $before: String) {
          search(filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before) {
            totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    [Theory]
    [InlineData("BEST", "{\"text\":\"ryhmä\"}")]
    [InlineData("BEST", "{}")]
    [InlineData("NEAREST", "{\"near\":{\"at\":{\"place\":\"Kuopio\"},\"radiusKm\":120}}")]
    [InlineData("SOONEST", "{}")]
    [InlineData("NAME", "{}")]
    [InlineData("NEWEST", "{}")]
    public async Task Forwards_and_backwards_every_offering_comes_once_in_the_same_order(string order, string filter)
    {
        var (forwards, total) = await WalkAsync(order, filter, backwards: false);
        var (backwards, _) = await WalkAsync(order, filter, backwards: true);
        Assert.Equal(total, forwards.Count);
        Assert.True(total > 14, $"{total} make no three pages of seven.");
        Assert.Distinct(forwards);
        Assert.Equal(forwards, backwards);
    }

    [Theory]
    [InlineData("order=NAME&first=9", true)]
    [InlineData("text=ryhm%C3%A4&place=Kuopio&radiusKm=100&first=9", true)]
    [InlineData("order=NAME&last=9", false)]
    public async Task The_link_header_leads_through_all_pages(string query, bool forwards)
    {
        var ids = new List<string>();
        var next = $"/api/v1/offerings?{query}";
        var total = 0;
        while (next is not null)
        {
            var page = await full.App.GetAsync(next);
            total = page.Total;
            ids.InsertRange(forwards ? ids.Count : 0, page.Ids);
            next = Link(page, forwards ? "next" : "prev");
        }

        Assert.Equal(total, ids.Count);
        Assert.Distinct(ids);
        if (query.Contains("order=NAME", StringComparison.Ordinal))
        {
            Assert.Equal((await WalkAsync("NAME", "{}", backwards: false)).Ids, ids);
        }
    }

    [Fact]
    public async Task A_search_by_body_is_gone_on_with_the_same_body()
    {
        const string Filter = "{\"themes\":[\"MOVEMENT\"]}";
        var ids = new List<string>();
        var next = "/api/v1/offerings/search?first=10";
        while (next is not null)
        {
            var page = await full.App.PostAsync(next, Filter);
            ids.AddRange(page.Ids);
            next = Link(page, "next");
        }

        Assert.Equal((await full.App.GetAsync("/api/v1/offerings?theme=MOVEMENT&first=100")).Ids, ids);
    }

    private static string? Link(RestAnswer page, string relation) =>
        page.Headers.TryGetValues("Link", out var links)
            ? links.FirstOrDefault(link => link.EndsWith($"; rel=\"{relation}\"", StringComparison.Ordinal))?.Split('>')[0][1..]
            : null;

    private async Task<(List<string> Ids, int Total)> WalkAsync(string order, string filter, bool backwards)
    {
        var ids = new List<string>();
        string? cursor = null;
        while (true)
        {
            var page = (await full.App.QueryAsync(Walk, new
            {
                filter = JsonElement.Parse(filter),
                order,
                first = backwards ? (int?)null : 7,
                after = backwards ? null : cursor,
                last = backwards ? 7 : (int?)null,
                before = backwards ? cursor : null,
            })).GetProperty("search");
            ids.InsertRange(backwards ? 0 : ids.Count, page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            var info = page.GetProperty("pageInfo");
            cursor = info.GetProperty(backwards ? "startCursor" : "endCursor").GetString();
            if (!info.GetProperty(backwards ? "hasPreviousPage" : "hasNextPage").GetBoolean())
            {
                return (ids, page.GetProperty("totalCount").GetInt32());
            }
        }
    }
}
