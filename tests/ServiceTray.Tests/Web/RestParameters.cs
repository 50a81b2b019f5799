using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>Each parameter of the list means what the filter of GraphQL and the body of a posted search mean.</summary>
[Collection(FullTray.Name)]
public sealed class RestParameters(FullTray full)
{
    [Theory]
    [InlineData("text=uimahalli", "text: \"uimahalli\"", "{\"text\":\"uimahalli\"}")]
    [InlineData("text=uimahalli ryhmä&allWords=true", "text: \"uimahalli ryhmä\", allWords: true", "{\"text\":\"uimahalli ryhmä\",\"allWords\":true}")]
    [InlineData("kind=EVENT", "kinds: [EVENT]", "{\"kinds\":[\"EVENT\"]}")]
    [InlineData("theme=MIND&theme=NUTRITION_AND_SLEEP", "themes: [MIND, NUTRITION_AND_SLEEP]", "{\"themes\":[\"MIND\",\"NUTRITION_AND_SLEEP\"]}")]
    [InlineData("place=iisalmessa", "near: {at: {place: \"iisalmessa\"}}", "{\"near\":{\"at\":{\"place\":\"iisalmessa\"}}}")]
    [InlineData("lat=62.9&lon=27.68&radiusKm=5", "near: {at: {coordinates: {latitude: 62.9, longitude: 27.68}}, radiusKm: 5}", "{\"near\":{\"at\":{\"coordinates\":{\"latitude\":62.9,\"longitude\":27.68}},\"radiusKm\":5}}")]
    [InlineData("bbox=27,62.8,28,63", "within: {south: 62.8, west: 27, north: 63, east: 28}", "{\"within\":{\"south\":62.8,\"west\":27,\"north\":63,\"east\":28}}")]
    [InlineData("municipality=140&municipality=402", "municipalities: [\"140\", \"402\"]", "{\"municipalities\":[\"140\",\"402\"]}")]
    [InlineData("county=PS", "counties: [\"PS\"]", "{\"counties\":[\"PS\"]}")]
    [InlineData("audience=CARERS", "audiences: [CARERS]", "{\"audiences\":[\"CARERS\"]}")]
    [InlineData("age=17", "ageYears: 17", "{\"ageYears\":17}")]
    [InlineData("language=ar", "languages: [\"ar\"]", "{\"languages\":[\"ar\"]}")]
    [InlineData("free=true", "free: true", "{\"free\":true}")]
    [InlineData("free=false", "free: false", "{\"free\":false}")]
    [InlineData("mode=PHONE&mode=ONLINE", "modes: [PHONE, ONLINE]", "{\"modes\":[\"PHONE\",\"ONLINE\"]}")]
    [InlineData("access=SELF_REFERRAL", "access: [SELF_REFERRAL]", "{\"access\":[\"SELF_REFERRAL\"]}")]
    [InlineData("accessibility=WHEELCHAIR&accessibility=STEP_FREE", "accessibility: [WHEELCHAIR, STEP_FREE]", "{\"accessibility\":[\"WHEELCHAIR\",\"STEP_FREE\"]}")]
    [InlineData("lowThreshold=true", "lowThreshold: true", "{\"lowThreshold\":true}")]
    [InlineData("guidancePoint=true", "guidancePoint: true", "{\"guidancePoint\":true}")]
    [InlineData("acceptsReferrals=true", "acceptsReferrals: true", "{\"acceptsReferrals\":true}")]
    [InlineData("hasRoom=true", "hasRoom: true", "{\"hasRoom\":true}")]
    public async Task Find_the_same_on_every_edge(string query, string filter, string body)
    {
        var rest = await full.App.GetAsync($"/api/v1/offerings?first=100&order=NAME&{query}");
        var posted = await full.App.PostAsync("/api/v1/offerings/search?first=100&order=NAME", body);
        var graphql = (await full.App.QueryAsync($"{{ search(filter: {{{filter}}}, order: NAME, first: 100) {{ totalCount notToldCount nodes {{ id }} }} }}")).GetProperty("search");
        var all = (await full.App.GetAsync("/api/v1/offerings?first=0")).Total;
        Assert.InRange(rest.Total, 1, all - 1);
        Assert.Equal(graphql.GetProperty("totalCount").GetInt32(), rest.Total);
        Assert.Equal(graphql.GetProperty("notToldCount").GetInt32(), rest.Body.GetProperty("notToldCount").GetInt32());
        Assert.Equal(graphql.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()), rest.Ids);
        Assert.Equal(rest.Ids, posted.Ids);
    }

    [Fact]
    public async Task An_empty_value_is_not_asked()
    {
        var all = await full.App.GetAsync("/api/v1/offerings?first=0");
        Assert.Equal(all.Total, (await full.App.GetAsync("/api/v1/offerings?first=0&text=&place=&theme=&age=&free=")).Total);
    }

    [Fact]
    public async Task A_form_posts_an_empty_filter_too() =>
        Assert.Equal((await full.App.GetAsync("/api/v1/offerings")).Total, (await full.App.PostAsync("/api/v1/offerings/search", "{}")).Total);
}
