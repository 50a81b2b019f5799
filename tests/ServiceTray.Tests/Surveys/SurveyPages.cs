using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>The survey as pages, without script.</summary>
[Collection(SmallTray.Name)]
public sealed class SurveyPages(SmallTray shared)
{
    private readonly TrayApp tray = shared.App;

    [Theory]
    [InlineData("fi", "Hyvinvointikartoitus", "Kukaan ei lue tätä heti")]
    [InlineData("sv", "Kartläggning av välbefinnande", "Ingen läser det här genast")]
    [InlineData("en", "Wellbeing survey", "Nobody reads this at once")]
    public async Task Ask_with_names_for_every_field_in_three_languages(string language, string title, string warning)
    {
        using var response = await tray.Client.GetAsync($"/kartoitus?lang={language}");
        var page = await PageAsync(response);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(warning, page.QuerySelector("form.survey")!.TextContent);
        Assert.Equal(8, page.QuerySelectorAll(".scale").Length);
        Assert.All(page.QuerySelectorAll("fieldset"), fieldset => Assert.False(string.IsNullOrWhiteSpace(fieldset.QuerySelector("legend")?.TextContent)));
        Assert.All(page.QuerySelectorAll("form.survey input[type=text], form.survey textarea, form.survey select"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
        Assert.All(page.QuerySelectorAll("form.survey input[type=radio], form.survey input[type=checkbox]"), field => Assert.NotNull(field.Closest("label")));
        Assert.Equal("post", page.QuerySelector<IHtmlFormElement>("form.survey")!.Method);
        Assert.Empty(page.QuerySelectorAll("script"));
        AssertKeptNowhere(response);
    }

    [Fact]
    public async Task Show_the_result_with_reasons_numbers_and_the_purpose()
    {
        using var response = await PostAsync(("q-movement", "3"), ("q-community", "2"), ("q-important", "movement"), ("q-age", "70"), ("place", "Leppävirralla"), ("radius", "20"));
        var page = await PageAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["Kävelyryhmä", "Juttulinja"], page.QuerySelectorAll(".suggestions h3").Select(heading => heading.TextContent.Trim()));
        Assert.Equal(["tel:0170000001", "tel:0170000002"], page.QuerySelectorAll(".suggestions a.phone").Select(link => link.GetAttribute("href")));
        Assert.Contains("Maksuton.", page.QuerySelector(".suggestions .reasons")!.TextContent);
        Assert.Contains("Tässä toivot muutosta", page.QuerySelectorAll("h3").Select(heading => heading.TextContent));
        Assert.Null(page.QuerySelector("#safety"));
        Assert.True(page.QuerySelectorAll(".neutral-help .numbers li").Length >= 2);
        Assert.Contains("Se ei tutki sairauksia", page.QuerySelector("main")!.TextContent);
        AssertKeptNowhere(response);
    }

    [Theory]
    [InlineData("q-mind", "1")]
    [InlineData("q-words", "En jaksa enää elää")]
    public async Task Put_help_before_all_else_and_off_the_print(string field, string value)
    {
        var page = await PageAsync(await PostAsync((field, value), ("q-movement", "2"), ("q-age", "40")));
        var first = page.QuerySelector("main")!.FirstElementChild!;
        Assert.Equal("safety", first.QuerySelector("h2")?.Id);
        Assert.True(first.ClassList.Contains("no-print"));
        Assert.True(first.QuerySelectorAll("a[href^='tel:']").Length >= 2);
        Assert.Contains("112", first.TextContent);
    }

    [Fact]
    public async Task Lose_nothing_when_something_is_wrong_and_say_it_first()
    {
        using var response = await PostAsync(
            ("q-movement", "4"), ("q-mind", "1"), ("q-age", "nelkyt"), ("q-needs", "quiet"), ("q-needs", "hearing"), ("q-words", "\nrivi <b>ja</b> toinen"), ("place", "Kuopoi"), ("radius", "50"));
        var page = await PageAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(["#q-age", "#place"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("[role=alert] a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Contains("Kuopio", page.QuerySelector("#place-error")!.TextContent);
        Assert.Equal("true", page.QuerySelector("#q-age")!.GetAttribute("aria-invalid"));
        Assert.Equal("4", Checked("q-movement").Single());
        Assert.Equal("1", Checked("q-mind").Single());
        Assert.Equal(["hearing", "quiet"], Checked("q-needs").Order());
        Assert.Equal("nelkyt", page.QuerySelector<IHtmlInputElement>("#q-age")!.Value);
        Assert.Equal("\nrivi <b>ja</b> toinen", page.QuerySelector<IHtmlTextAreaElement>("#q-words")!.Value);
        Assert.Equal("Kuopoi", page.QuerySelector<IHtmlInputElement>("#place")!.Value);
        Assert.Equal("50", page.QuerySelector<IHtmlSelectElement>("#radius")!.Value);
        Assert.Equal("safety", page.QuerySelector("main")!.FirstElementChild!.QuerySelector("h2")?.Id);
        AssertKeptNowhere(response);

        IEnumerable<string?> Checked(string name) => page.QuerySelectorAll($"input[name='{name}'][checked]").Select(input => input.GetAttribute("value"));
    }

    [Fact]
    public async Task Lead_from_the_result_back_to_the_form_with_everything_in_it()
    {
        var result = await PageAsync(await PostAsync(("q-movement", "3"), ("q-words", "uinti"), ("place", "Kuopio"), ("radius", "20")));
        var back = result.QuerySelector<IHtmlFormElement>("main form[action='/kartoitus']")!;
        var fields = back.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name!, input.Value)).ToArray();
        using var again = await tray.Client.PostAsync("/kartoitus", Form(fields));
        var form = await PageAsync(again);
        Assert.Equal("uinti", form.QuerySelector<IHtmlTextAreaElement>("#q-words")!.Value);
        Assert.Equal("3", form.QuerySelector("input[name='q-movement'][checked]")!.GetAttribute("value"));
        Assert.Empty(form.QuerySelectorAll("[role=alert]"));
    }

    [Fact]
    public async Task Have_no_result_by_address()
    {
        using var response = await tray.Client.GetAsync("/kartoitus/tulos?q-mind=1");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/kartoitus", $"{response.Headers.Location}");
        using var json = await tray.Client.PostAsync("/kartoitus/tulos", new StringContent("{}", null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
    }

    [Fact]
    public async Task Set_apart_what_does_not_tell_its_accessibility()
    {
        var page = await PageAsync(await PostAsync(("q-movement", "2"), ("q-nature", "2"), ("q-needs", "wheelchair")));
        Assert.Equal(["Uimahalli"], Names("suggestions"));
        Assert.Equal(["Kävelyryhmä"], Names("ask-first"));

        IEnumerable<string> Names(string section) => page.QuerySelectorAll($"section[aria-labelledby='{section}'] h3").Select(heading => heading.TextContent.Trim());
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields) => tray.Client.PostAsync("/kartoitus/tulos", Form(fields));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response) => new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    private static void AssertKeptNowhere(HttpResponseMessage response)
    {
        Assert.Equal("no-store", $"{response.Headers.CacheControl}");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("q-", $"{response.RequestMessage!.RequestUri}");
    }
}
