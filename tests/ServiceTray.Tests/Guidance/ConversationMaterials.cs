using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Guidance.Materials;
using ServiceTray.Languages;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Guidance;

[Collection(SmallTray.Name)]
public sealed class ConversationMaterials(SmallTray small)
{
    private readonly TrayApp tray = small.App;

    private MaterialShelf Shelf => tray.Services.GetRequiredService<MaterialShelf>();

    [Fact]
    public async Task Each_is_a_page_in_three_languages_with_what_to_ask_first()
    {
        Assert.NotEmpty(Shelf.All);
        foreach (var material in Shelf.All)
        {
            foreach (var language in new[] { "fi", "sv", "en" })
            {
                var page = await PageVisit.GetAsync(tray, $"/puheeksiotto/{material.Key}?lang={language}");
                Assert.Equal((200, material.Title.In(language)!.Value), (page.Status, page.Main.QuerySelector("h1")!.TextContent));
                Assert.Equal(material.Ask.Select(words => words.In(language)!.Value), page.Main.QuerySelector("section")!.QuerySelectorAll("li").Select(line => line.TextContent));
            }
        }

        Assert.Equal(404, (await PageVisit.GetAsync(tray, "/puheeksiotto/ei-ole")).Status);
    }

    [Fact]
    public async Task Rest_and_GraphQL_tell_those_of_a_theme()
    {
        var rest = await tray.GetAsync("/api/v1/materials?theme=COMMUNITY");
        var asked = (await tray.QueryAsync("{ materials(theme: COMMUNITY) { key title(language: SV) { value } ask { value } } material(key: \"yksinaisyys\") { checkedOn themes { code } } }"));
        Assert.Equal(["yksinaisyys"], rest.Body.EnumerateArray().Select(material => material.GetProperty("key").GetString()));
        Assert.Equal("Ensamhet", asked.GetProperty("materials")[0].GetProperty("title").GetProperty("value").GetString());
        Assert.Equal("COMMUNITY", asked.GetProperty("material").GetProperty("themes")[0].GetProperty("code").GetString());
        Assert.Equal(400, (int)(await tray.GetAsync("/api/v1/materials?theme=NOTHING")).Status);
        Assert.Equal(404, (int)(await tray.GetAsync("/api/v1/materials/ei-ole")).Status);
        Assert.Equal(JsonValueKind.Null, (await tray.QueryAsync("{ material(key: \"ei-ole\") { key } }")).GetProperty("material").ValueKind);
    }

    [Fact]
    public void One_that_lacks_a_language_is_refused()
    {
        var whole = Shelf.All[0];
        Assert.Throws<ArgumentException>(() => new MaterialShelf([whole with { Lead = LocalizedText.Of("Vain suomeksi") }]));
        Assert.Throws<ArgumentException>(() => new MaterialShelf([whole, whole]));
        Assert.Throws<ArgumentException>(() => new MaterialShelf([whole with { Ask = [] }]));
    }
}
