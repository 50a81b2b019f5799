using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using ServiceTray.Accounts;
using ServiceTray.Import.Csv;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import.Csv;

/// <summary>A table sent by the page, as an administrator does: tried first, then taken in.</summary>
public sealed class SentTables
{
    private const string Page = "/oma/tuonnit";

    [Fact]
    public async Task Are_tried_without_a_trace_taken_in_and_known_again()
    {
        await using var tray = await TrayApp.StartAsync("none");
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));

        var tried = await SendAsync(administrator, CsvTemplate.Text, "try");
        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("Kokeilu. Mitään ei muutettu.", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Tuonti lisäisi 3, muuttaisi 0", tried.Text, StringComparison.Ordinal);
        Assert.Equal("[]", await administrator.Client.GetStringAsync("/api/v1/imports"));

        var taken = await SendAsync(administrator, CsvTemplate.Text, "take");
        Assert.Equal(HttpStatusCode.Redirect, taken.Status);
        Assert.Contains("Lisättiin 3, muuttui 0", WebUtility.HtmlDecode(await administrator.Client.GetStringAsync(taken.Location)), StringComparison.Ordinal);
        var again = await SendAsync(administrator, CsvTemplate.Text, "take");
        Assert.Contains("ennallaan 3", WebUtility.HtmlDecode(await administrator.Client.GetStringAsync(again.Location)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_taken_in_is_told_where_it_was_sent_and_a_row_by_its_line()
    {
        await using var tray = await TrayApp.StartAsync("none");
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));

        var misspelt = await SendAsync(administrator, "id,organisation,nimi\n1,Seura,Kuoro\n", "take");
        var empty = await SendAsync(administrator, "", "take");
        var unnamed = await SendAsync(administrator, CsvTemplate.Text, "take", source: "Oma Lähde");
        var row = await SendAsync(administrator, "id;organisation;name_fi;hours\n1;Seura;Kuoro;joskus\n", "try");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (misspelt.Status, misspelt.Text.Contains("nimi is no column of it", StringComparison.Ordinal)));
        Assert.Contains("Taulukko ei ole mallin mukainen", misspelt.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (empty.Status, empty.Text.Contains("Valitse taulukko", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (unnamed.Status, unnamed.Text.Contains("Lähteen nimessä saa olla vain", StringComparison.Ordinal)));
        var run = System.Text.Json.JsonDocument.Parse(await administrator.Client.GetStringAsync("/api/v1/imports?lang=sv")).RootElement[0];
        Assert.Equal("Tabellen följer inte mallen: en kolumn saknas, eller ett kolumnnamn är okänt.", run.GetProperty("failure").GetString());
        Assert.Contains("nimi is no column of it", run.GetProperty("failureDetail").GetString(), StringComparison.Ordinal);
        Assert.Contains("Tabellen följer inte mallen", WebUtility.HtmlDecode(await administrator.Client.GetStringAsync($"{Page}/{run.GetProperty("id").GetString()}?lang=sv")), StringComparison.Ordinal);
        Assert.Contains("taulu.csv:2", row.Text, StringComparison.Ordinal);
        Assert.Contains("joskus are no hours", row.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task May_be_larger_than_other_forms_and_how_large_is_told()
    {
        await using var tray = await TrayApp.StartAsync("none");
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        var table = new StringBuilder("id,organisation,name_fi,description_fi,themes\n");
        for (var i = 0; table.Length < 3_000_000; i++)
        {
            table.Append(i).Append(",Seura,Kuoro ").Append(i).Append(',').Append('a', 20_000).Append(",CULTURE\n");
        }

        var tried = await SendAsync(administrator, table.ToString(), "try");

        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("Tuonti lisäisi 150,", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Taulukko saa olla enintään 20 Mt.", WebUtility.HtmlDecode(await administrator.Client.GetStringAsync(Page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_an_administrators_alone()
    {
        await using var tray = await TrayApp.StartAsync("none");
        using var body = new MultipartFormDataContent { { new StringContent("take"), "act" } };
        using var answer = await tray.Client.PostAsync(Page, body);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.SeeOther });
        Assert.DoesNotContain("/oma/tuonnit/", $"{answer.Headers.Location}", StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Text, Uri? Location)> SendAsync(Person person, string table, string act, string source = "seura")
    {
        var form = (await new HtmlParser().ParseDocumentAsync(await person.Client.GetStringAsync(Page))).QuerySelector("form[enctype]")!;
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
        {
            body.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        body.Add(new StringContent(source), "source");
        body.Add(new StringContent(act), "act");
        body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "table", "taulu.csv");
        using var answer = await person.Client.PostAsync(form.GetAttribute("action")!.Split('#')[0], body);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer.Headers.Location);
    }
}
