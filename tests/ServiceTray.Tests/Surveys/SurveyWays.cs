using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Ways through the survey and out of it, without script.</summary>
[Collection(SmallTray.Name)]
public sealed class SurveyWays(SmallTray shared)
{
    private readonly TrayApp tray = shared.App;

    [Fact]
    public async Task Go_one_question_at_a_time_on_and_back_without_loss()
    {
        var first = await (await PageVisit.GetAsync(tray, "/kartoitus")).PressAsync(tray, "Yksi kysymys kerrallaan");
        Assert.Equal(["Kohta 1 / 15"], first.All("#progress"));
        Assert.Equal("q-movement", Assert.Single(first.Document.QuerySelectorAll(".question")).Id);
        Assert.Equal("1", first.Document.QuerySelector("progress")!.GetAttribute("value"));
        Assert.DoesNotContain(first.All("button"), words => words == "Edellinen");

        var second = await GoAsync(first, "next", ("q-movement", "3"));
        Assert.Equal("q-nature", Assert.Single(second.Document.QuerySelectorAll(".question")).Id);
        var third = await GoAsync(second, "next");
        Assert.Equal(["Kohta 3 / 15"], third.All("#progress"));
        var back = await GoAsync(await GoAsync(third, "back", ("q-culture", "7")), "back");
        Assert.Equal("3", Assert.Single(back.Document.QuerySelectorAll("input[checked]")).GetAttribute("value"));

        var all = await GoAsync(back, "all", ("q-movement", "4"));
        Assert.Equal(["4", "7"], all.Document.QuerySelectorAll(".scale input[checked]").Select(input => input.GetAttribute("value")));
        Assert.Empty(all.All("#progress"));
    }

    [Fact]
    public async Task Tell_a_wrong_answer_where_it_stands_and_end_in_the_result()
    {
        var age = await PageVisit.PostAsync(tray, "/kartoitus", ("do", "next"), ("step", "important"), ("q-movement", "3"));
        Assert.Equal("q-age", age.Document.QuerySelector(".question input")!.Id);
        var wrong = await GoAsync(age, "next", ("q-age", "nelkyt"));
        Assert.Equal((200, "nelkyt"), (wrong.Status, wrong.Document.QuerySelector<IHtmlInputElement>("#q-age")!.Value));
        Assert.Equal("#q-age", wrong.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        var page = wrong;
        for (var steps = 0; steps < 14 && page.Document.QuerySelector("#place") is null; steps++)
        {
            page = await GoAsync(page, "next", page.Document.QuerySelector("#q-age") is null ? [] : [("q-age", "70")]);
        }

        Assert.Equal("/kartoitus/tulos", page.Document.QuerySelector("form.survey")!.GetAttribute("action"));
        var result = await PageVisit.PostAsync(tray, "/kartoitus/tulos", [.. Fields(page).Where(field => field.Name is not ("place" or "radius")), ("place", "Leppävirta"), ("radius", "20")]);
        Assert.Equal(["Kävelyryhmä"], result.All(".suggestions h3"));
    }

    [Fact]
    public async Task Put_help_first_at_the_very_next_step()
    {
        var next = await PageVisit.PostAsync(tray, "/kartoitus", ("do", "next"), ("step", "mind"), ("q-mind", "1"));
        Assert.Equal("safety", next.Main.FirstElementChild!.QuerySelector("h2")?.Id);
    }

    [Fact]
    public async Task Lead_out_at_once_to_a_page_that_tells_nothing_and_clear_what_is_left()
    {
        foreach (var page in new[] { await PageVisit.GetAsync(tray, "/kartoitus"), await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-mind", "5")) })
        {
            Assert.Equal("/poistu", page.Document.QuerySelector(".exit a")!.GetAttribute("href"));
        }

        using var gone = await tray.Client.GetAsync("/poistu");
        Assert.Equal((System.Net.HttpStatusCode.Redirect, "www.ilmatieteenlaitos.fi"), (gone.StatusCode, gone.Headers.Location!.Host));
        Assert.Equal("\"cache\", \"cookies\"", string.Join(' ', gone.Headers.GetValues("Clear-Site-Data")));
    }

    [Fact]
    public async Task Give_the_professional_a_card_only_beside_help()
    {
        var called = await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-mind", "1"));
        var card = called.Document.QuerySelector("details.no-print")!;
        Assert.Contains("lastensuojelulaki 25 §", card.TextContent);
        Assert.Contains("112", card.TextContent);
        Assert.Null((await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-mind", "5"))).Document.QuerySelector("details"));
    }

    [Fact]
    public async Task Look_one_step_farther_when_nothing_is_near_enough_and_say_so()
    {
        // The swimming hall of Kuopio is some 44 kilometres from Leppävirta; a walking group is for those of 60 and over.
        var page = await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-movement", "2"), ("q-age", "30"), ("place", "Leppävirta"), ("radius", "20"));
        Assert.Equal(["Uimahalli"], page.All(".suggestions h3"));
        Assert.Contains("haimme 50 kilometrin päästä", page.Main.TextContent);
        var near = await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-movement", "2"), ("q-age", "30"), ("place", "Leppävirta"), ("radius", "5"));
        Assert.Empty(near.All(".suggestions h3"));
        Assert.DoesNotContain("haimme", near.Main.TextContent);
    }

    private Task<PageVisit> GoAsync(PageVisit page, string doing, params (string Name, string Value)[] answered) =>
        PageVisit.PostAsync(tray, "/kartoitus", [.. Fields(page).Where(field => answered.All(other => other.Name != field.Name)), .. answered, ("do", doing)]);

    private static IEnumerable<(string Name, string Value)> Fields(PageVisit page) => PageVisit.FieldsOf(page.Document.QuerySelector<IHtmlFormElement>("form.survey")!);
}
