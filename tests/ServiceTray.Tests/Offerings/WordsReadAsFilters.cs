using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>"Ilmainen" is a filter, told back and taken away again, never silent.</summary>
[Collection(SmallTray.Name)]
public sealed class WordsReadAsFilters(SmallTray small)
{
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 14, 47, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("ilmainen jumppa", "jumppa", "free=true")]
    [InlineData("Maksuttomia retkiä", "retkiä", "free=true")]
    [InlineData("jumppa tänään illalla", "jumppa", "from=TODAY timesOfDay=EVENING")]
    [InlineData("pyörätuolilla uimaan", "uimaan", "accessibility=WHEELCHAIR")]
    [InlineData("vertaistuki verkossa ruotsiksi", "vertaistuki", "modes=ONLINE languages=sv")]
    [InlineData("gratis gymnastik på svenska", "gymnastik", "free=true languages=sv")]
    [InlineData("free yoga at the weekend", "yoga", "free=true weekdays=SATURDAY,SUNDAY")]
    [InlineData("ilmainen", null, "free=true")]
    [InlineData("kahvila auki nyt", "kahvila", "from=NOW")]
    [InlineData("öppet nu bibliotek", "bibliotek", "from=NOW")]
    [InlineData("library open now", "library", "from=NOW")]
    [InlineData("ilmaisutaito", "ilmaisutaito", "")]
    [InlineData("freestyle", "freestyle", "")]
    [InlineData("verkossa, illalla!", null, "modes=ONLINE timesOfDay=EVENING")]
    public void Are_read_from_three_languages(string text, string? rest, string read)
    {
        var (filter, told) = FilterWords.Read(new OfferingFilter { Text = text }, Sunday);
        Assert.Equal((rest, read), (filter.Text, string.Join(' ', told.Select(each => $"{each.Filter}={each.Value}"))));
    }

    /// <summary>What may stand before a phrase and after it without being a part of its words.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("jumppa ", " jumppa")]
    [InlineData("(", ")")]
    [InlineData("jumppa,", "!")]
    [InlineData("\u00ad", "\ufffe")]
    [InlineData("\ud83d\ude00", "- ")]
    public void Are_read_wherever_they_stand(string before, string after)
    {
        foreach (var word in FilterWord.All)
        {
            foreach (var phrase in word.Phrases.Select(phrase => phrase.Replace("*", "xyz", StringComparison.Ordinal)))
            {
                var said = Assert.Single(FilterWords.Read(new OfferingFilter { Text = before + phrase.ToUpperInvariant() + after }, Sunday).Read);
                Assert.Equal((word.Filter, word.Value, phrase.ToUpperInvariant()), (said.Filter, said.Value, said.Words));
            }
        }
    }

    [Fact]
    public void Leave_alone_what_was_asked_otherwise_or_as_only_words()
    {
        Assert.Empty(FilterWords.Read(new OfferingFilter { Text = "ilmainen jumppa", Free = false }, Sunday).Read);
        var (filter, read) = FilterWords.Read(new OfferingFilter { Text = "ilmainen jumppa illalla", AsWords = ["Ilmainen"] }, Sunday);
        Assert.Equal(("ilmainen jumppa", null), (filter.Text, filter.Free));
        Assert.Equal("timesOfDay", Assert.Single(read).Filter);
    }

    [Theory]
    [InlineData("tänään", 0, 1)]
    [InlineData("huomenna", 1, 2)]
    [InlineData("tällä viikolla", 0, 1)]
    [InlineData("ensi viikolla", 1, 8)]
    public void Name_days_from_today_which_is_a_Sunday(string words, int first, int end)
    {
        var filter = FilterWords.Read(new OfferingFilter { Text = words }, Sunday).Filter;
        var midnight = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(2));
        Assert.Equal((midnight.AddDays(first), midnight.AddDays(end)), (filter.From, filter.To));
    }

    [Fact]
    public void Ask_for_the_half_hour_at_hand_by_now()
    {
        var filter = FilterWords.Read(new OfferingFilter { Text = "auki nyt" }, Sunday).Filter;
        Assert.Equal((Sunday.AddMinutes(-17), Sunday.AddMinutes(13)), (filter.From, filter.To));
    }

    [Fact]
    public async Task Narrow_what_is_found_and_are_told_over_every_edge()
    {
        const string Ask = "query($text: String) { search(filter: { text: $text }) { totalCount nodes { name { value } } applied { filter value words } } }";
        var found = (await small.App.QueryAsync(Ask, new { text = "ilmainen uimahalli kävely" })).GetProperty("search");
        Assert.Equal(["text  ilmainen uimahalli kävely", "free ilmainen true"], found.GetProperty("applied").EnumerateArray().Select(each => $"{each.GetProperty("filter")} {each.GetProperty("words")} {each.GetProperty("value")}"));
        Assert.DoesNotContain("Uimahalli", found.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetProperty("value").GetString()));
        Assert.Contains("Uimahalli", (await small.App.GetAsync("/api/v1/offerings?text=ilmainen uimahalli&asWords=ilmainen")).Names);
    }

    [Fact]
    public async Task Are_buttons_on_the_page_that_take_them_away()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "ilmainen uimahalli"));
        Assert.DoesNotContain("Uimahalli", page.All(".card h3"));
        var chip = page.Document.QuerySelector("button[value='asWords:ilmainen']")!;
        Assert.Contains("Maksuton", chip.TextContent, StringComparison.Ordinal);
        var without = await PageVisit.PostAsync(small.App, "/haku", ("text", "ilmainen uimahalli"), ("toggle", "asWords:ilmainen"));
        Assert.Contains("Uimahalli", without.All(".card h3"));
        Assert.Null(without.Document.QuerySelector("button[value='asWords:ilmainen']"));
    }

    [Fact]
    public async Task Never_narrow_the_answers_to_a_need()
    {
        const string Ask = "{ search(filter: { text: \"olen yksinäinen illalla\" }) { nodes { name { value } } applied { filter } needs { key sought } } }";
        var found = (await small.App.QueryAsync(Ask)).GetProperty("search");
        Assert.Equal(["text"], found.GetProperty("applied").EnumerateArray().Select(each => each.GetProperty("filter").GetString()));
        Assert.Equal(["lonely"], found.GetProperty("needs").EnumerateArray().Select(each => each.GetProperty("key").GetString()));
        Assert.Contains("Juttulinja", found.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetProperty("value").GetString()));
    }
}
