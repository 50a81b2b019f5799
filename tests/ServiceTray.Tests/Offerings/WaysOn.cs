using System.Net.Http.Json;
using System.Text.Json;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>What helps a search along: completions, corrections, filters to drop, highlights, and the score told apart.</summary>
[Collection(SmallTray.Name)]
public sealed class WaysOn(SmallTray small)
{
    [Fact]
    public async Task End_the_word_that_is_being_typed_with_words_that_are_found()
    {
        const string Ask = "{ complete(text: \"kesku\", language: FI) { text count } }";
        var words = (await small.App.QueryAsync(Ask)).GetProperty("complete").EnumerateArray().Select(word => word.GetProperty("text").GetString()).ToList();
        Assert.Equal(["keskustan"], words);
        using var answer = await small.App.Client.PostAsJsonAsync("/api/v1/offerings/complete", new { text = "kesku" });
        Assert.Equal("keskustan", (await answer.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("text").GetString());
        Assert.Contains("no-store", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_a_misspelt_word_and_keep_the_words_that_are_filters()
    {
        const string Ask = "{ search(filter: { text: \"maksuton yhteislaulukonsrtti\" }) { didYouMean { text count } } }";
        Assert.Equal("maksuton yhteislaulukonsertti", (await small.App.QueryAsync(Ask)).GetProperty("search").GetProperty("didYouMean")[0].GetProperty("text").GetString());
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahali"));
        Assert.Equal("uimahalli", page.Document.QuerySelector("button[name=say]")!.GetAttribute("value"));
        Assert.Contains("Uimahalli", (await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahali"), ("say", "uimahalli"))).All(".card h3"));
    }

    [Fact]
    public async Task Mark_the_words_sought_on_the_cards_and_show_the_part_of_a_description_that_has_them()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "kävely"));
        var card = page.Document.QuerySelectorAll(".card").First(card => card.QuerySelector("h3 mark") is not null);
        Assert.StartsWith("kävely", card.QuerySelector("h3 mark")!.TextContent, StringComparison.OrdinalIgnoreCase);

        // "Rauhallinen" stands in the description alone.
        page = await PageVisit.PostAsync(small.App, "/haku", ("text", "rauhallinen"));
        card = page.Document.QuerySelectorAll(".card").First(card => card.QuerySelector("p.quiet mark") is not null);
        Assert.StartsWith("rauhalli", card.QuerySelector("p.quiet mark")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Null(card.QuerySelector("h3 mark"));
        Assert.Empty((await PageVisit.PostAsync(small.App, "/haku", ("theme", "MOVEMENT"))).Document.QuerySelectorAll("mark"));
    }

    [Fact]
    public async Task Tell_which_filter_to_drop_and_how_many_that_finds()
    {
        const string Ask = "{ search(filter: { text: \"uimahalli\", themes: [MIND], free: true }) { totalCount relaxations { filter totalCount } } }";
        var found = (await small.App.QueryAsync(Ask)).GetProperty("search");
        Assert.Equal(0, found.GetProperty("totalCount").GetInt32());
        foreach (var relaxation in found.GetProperty("relaxations").EnumerateArray())
        {
            var without = relaxation.GetProperty("filter").GetString() switch
            {
                "text" => "themes: [MIND], free: true",
                "themes" => "text: \"uimahalli\", free: true",
                _ => "text: \"uimahalli\", themes: [MIND]",
            };
            Assert.Equal((await small.App.QueryAsync($"{{ search(filter: {{ {without} }}) {{ totalCount }} }}")).GetProperty("search").GetProperty("totalCount").GetInt32(), relaxation.GetProperty("totalCount").GetInt32());
        }

        Assert.NotEqual(0, found.GetProperty("relaxations").GetArrayLength());
    }

    [Fact]
    public async Task Drop_a_filter_by_a_button_however_it_was_set()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "ilmainen uimahalli"), ("theme", "MOVEMENT"), ("municipality", "297"));
        var drops = page.Document.QuerySelectorAll("button[name=drop]").Select(button => button.GetAttribute("value")!).ToList();
        Assert.Contains("free|ilmainen", drops);
        Assert.Contains("Uimahalli", (await PageVisit.PostAsync(small.App, "/haku", ("text", "ilmainen uimahalli"), ("theme", "MOVEMENT"), ("municipality", "297"), ("drop", "free|ilmainen"))).All(".card h3"));
    }

    [Fact]
    public async Task Show_where_the_words_stand_and_how_the_score_comes_about()
    {
        const string Ask = "{ search(filter: { text: \"kävely rauhallinen\", near: { at: { place: \"Leppävirta\" } } }) { edges { score explanation { name value } highlights { field fragments { text matched } } } } }";
        var edges = (await small.App.QueryAsync(Ask)).GetProperty("search").GetProperty("edges").EnumerateArray().ToList();
        Assert.All(edges, edge => Assert.Equal(edge.GetProperty("score").GetDouble(), edge.GetProperty("explanation").EnumerateArray().Sum(part => part.GetProperty("value").GetDouble()), 9));
        var description = edges[0].GetProperty("highlights").EnumerateArray().Single(each => each.GetProperty("field").GetString() == "description").GetProperty("fragments").EnumerateArray().ToList();
        Assert.Equal("Kävelemme yhdessä rauhallista vauhtia. Yksinkin voi tulla.", string.Concat(description.Select(part => part.GetProperty("text").GetString())));
        Assert.Contains("rauhallista", description.Where(part => part.GetProperty("matched").GetBoolean()).Select(part => part.GetProperty("text").GetString()));
    }
}
