using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Keeping, going on later and comparing as pages, without script.</summary>
[Collection(SmallTray.Name)]
public sealed class KeptPages(SmallTray shared)
{
    private readonly TrayApp tray = shared.App;

    [Fact]
    public async Task Keep_a_result_open_it_again_compare_and_delete_it()
    {
        var result = await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-movement", "3"), ("q-mind", "1"), ("q-words", "en jaksa elää"), ("place", "Kuopio"), ("radius", "50"));
        Assert.Empty(result.All(".code"));
        var kept = await result.PressAsync(tray, "Säilytä tulos");
        var code = kept.All(".code").Single();
        Assert.NotNull(kept.Document.QuerySelector("#safety"));

        var again = await PageVisit.PostAsync(tray, "/kartoitus/koodi", ("code", code.ToLowerInvariant()));
        Assert.Null(again.Document.QuerySelector("#safety"));
        Assert.Equal(kept.All(".suggestions h3"), again.All(".suggestions h3"));
        Assert.Equal("no-store", again.Header("Cache-Control"));
        var form = await again.PressAsync(tray, "Muuta vastauksia");
        Assert.Equal(("Kuopio", "50", ""), (Value(form, "#place"), form.Document.QuerySelector<IHtmlSelectElement>("#radius")!.Value, form.Document.QuerySelector<IHtmlTextAreaElement>("#q-words")!.Value.Trim()));

        var later = await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-movement", "7"), ("q-mind", "5"), ("previousCode", code));
        Assert.Equal(["Liikkuminen37", "Mielen hyvinvointi ja päihteettömyys15"], later.All(".changes tbody tr").Select(row => string.Concat(row.Where(letter => !char.IsWhiteSpace(letter) || letter == ' ')).Replace("  ", "")));
        Assert.Equal(2, later.Document.QuerySelectorAll(".changes svg circle.now").Length);
        Assert.NotEmpty(later.Document.QuerySelector(".changes [role=img]")!.GetAttribute("aria-label")!);

        Assert.Equal("Vastaukset on poistettu", (await again.PressAsync(tray, "Poista tallennetut vastaukset")).Main.QuerySelector("h1")!.TextContent);
        Assert.Equal(404, (await PageVisit.PostAsync(tray, "/kartoitus/koodi", ("code", code))).Status);
        var refused = await PageVisit.PostAsync(tray, "/kartoitus/tulos", ("q-movement", "7"), ("previousCode", code));
        Assert.Equal((422, code), (refused.Status, Value(refused, "#previous")));
        Assert.Equal("#previous", refused.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Go_on_later_where_one_left_off()
    {
        var paused = await PageVisit.PostAsync(tray, "/kartoitus", ("do", "pause"), ("q-movement", "3"), ("q-age", "nelkyt"), ("q-needs", "quiet"), ("q-needs", "hearing"), ("q-words", "uinti"), ("place", "Kuopio"));
        Assert.Equal("Voit jatkaa myöhemmin", paused.Main.QuerySelector("h1")!.TextContent);
        var form = await PageVisit.PostAsync(tray, "/kartoitus/koodi", ("code", paused.All(".code").Single()));
        Assert.Equal(["3"], Checked(form, "q-movement"));
        Assert.Equal(["hearing", "quiet"], Checked(form, "q-needs"));
        Assert.Equal(("", "Kuopio"), (Value(form, "#q-age"), Value(form, "#place")));

        var child = await PageVisit.PostAsync(tray, "/kartoitus", ("do", "pause"), ("q-movement", "3"), ("q-age", "12"));
        Assert.Empty(child.All(".code"));
        Assert.Contains("Alle 13-vuotiaan vastauksia ei tallenneta.", child.Main.TextContent);
    }

    private static string? Value(PageVisit page, string field) => page.Document.QuerySelector<IHtmlInputElement>(field)!.Value;

    private static IEnumerable<string?> Checked(PageVisit page, string name) =>
        page.Document.QuerySelectorAll($"input[name='{name}'][checked]").Select(input => input.GetAttribute("value")).Order();
}
