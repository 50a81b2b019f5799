using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Codes;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Web;
using Xunit;

namespace ServiceTray.Tests.Trays;

/// <summary>Trays over GraphQL and REST, from being made to being gone.</summary>
public sealed class TrayKeeping : IAsyncLifetime
{
    private const string Save = """
        mutation($input: SaveTrayInput!) { saveTray(input: $input) {
          tray { code greeting expiresAt items { note changes { value } offering { name { value } } } } editKey errors { code message { value } } } }
        """;

    private const string Read = "query($code: String!) { tray(code: $code) { code greeting expiresAt items { note changes { value } offering { id } } } }";

    private static readonly string Swimming = $"{Source.IdOf("seed", "uimahalli")}";
    private static readonly string Walking = $"{Source.IdOf("seed", "kavelyryhma")}";

    private readonly HandClock clock = new();
    private TrayApp tray = null!;

    public async Task InitializeAsync() =>
        tray = await TrayApp.StartAsync(change: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [Fact]
    public async Task Gives_back_what_was_picked_in_its_order_by_the_code()
    {
        var saved = await SaveAsync(new { greeting = "Hei Aino!", items = new object[] { new { offering = Walking, note = "Kysy Liisaa" }, new { offering = Swimming } } });
        var code = saved.GetProperty("tray").GetProperty("code").GetString()!;
        Assert.NotEqual(code, saved.GetProperty("editKey").GetString());

        var read = await ReadAsync(code.ToLowerInvariant().Replace("-", " "));
        Assert.Equal(("Hei Aino!", code), (read.GetProperty("greeting").GetString(), read.GetProperty("code").GetString()));
        Assert.Equal([Walking, Swimming], read.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("offering").GetProperty("id").GetString()));
        Assert.Equal(["Kysy Liisaa", null], read.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("note").GetString()));
        Assert.All(read.GetProperty("items").EnumerateArray(), item => Assert.Equal(0, item.GetProperty("changes").GetArrayLength()));
        Assert.Equal(TrayApp.Now.AddDays(90), read.GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Is_changed_and_taken_over_whole_with_the_edit_key_alone()
    {
        var saved = await SaveAsync(new { greeting = "Hei", items = new object[] { new { offering = Walking, note = "a" }, new { offering = Swimming, note = "b" } } });
        var (code, editKey) = (saved.GetProperty("tray").GetProperty("code").GetString(), saved.GetProperty("editKey").GetString());

        var other = (await SaveAsync(new { items = new object[] { new { offering = Swimming } } })).GetProperty("editKey").GetString();
        foreach (var wrong in new[] { null, "", code, other, "0000-0000-0000-0000" })
        {
            Assert.Equal(["NOT_FOUND"], Codes(await SaveAsync(new { code, editKey = wrong, items = new object[] { new { offering = Swimming } } })));
        }

        var changed = await SaveAsync(new { code, editKey, items = new object[] { new { offering = Swimming, note = "c" } } });
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("editKey").ValueKind);
        var read = await ReadAsync(code!);
        Assert.Equal(JsonValueKind.Null, read.GetProperty("greeting").ValueKind);
        Assert.Equal("c", Assert.Single(read.GetProperty("items").EnumerateArray()).GetProperty("note").GetString());
    }

    [Fact]
    public async Task Tells_all_that_is_wrong_at_once_and_repeats_nothing_of_it()
    {
        var saved = await SaveAsync(new
        {
            greeting = new string('x', 1001),
            expiresAt = "2028-01-01T00:00:00Z",
            items = new object[] { new { offering = Swimming }, new { offering = Swimming }, new { offering = Guid.Empty }, new { offering = "x", note = "a\0b" }, new { offering = Walking, note = new string('y', 501) } },
        });
        Assert.Equal(JsonValueKind.Null, saved.GetProperty("tray").ValueKind);
        Assert.Equal(
            ["EXPIRY_INVALID", "TEXT_TOO_LONG", "OFFERING_TWICE", "OFFERING_UNKNOWN", "OFFERING_UNKNOWN", "TEXT_INVALID", "TEXT_TOO_LONG"], Codes(saved));
        Assert.DoesNotContain("xx", $"{saved}");
        Assert.Equal(["TRAY_EMPTY"], Codes(await SaveAsync(new { items = Array.Empty<object>() })));
        Assert.Contains("LIMIT_EXCEEDED", Codes(await SaveAsync(new { items = Enumerable.Repeat(new { offering = Swimming }, 51) })));
    }

    [Fact]
    public async Task Answers_a_wrong_code_and_one_whose_time_is_over_in_the_same_words_on_every_edge()
    {
        var code = (await SaveAsync(new { expiresAt = "2026-12-01T00:00:00Z", items = new object[] { new { offering = Swimming } } })).GetProperty("tray").GetProperty("code").GetString()!;
        clock.Now = TrayApp.Now.AddDays(10);
        var wrong = SecretCode.New().Words;

        var answers = new List<(string Ask, string Api, string Page, HttpStatusCode ApiStatus, HttpStatusCode PageStatus)>();
        foreach (var asked in new[] { code, wrong })
        {
            using var rest = await tray.Client.GetAsync($"/api/v1/trays/{asked}");
            using var page = await tray.Client.GetAsync($"/lista/{asked}");
            answers.Add(($"{await tray.AskAsync(Read, new { code = asked })}", await rest.Content.ReadAsStringAsync(), (await page.Content.ReadAsStringAsync()).Replace(asked, ""), rest.StatusCode, page.StatusCode));
        }

        Assert.Equal(answers[1], answers[0]);
        Assert.Equal("""{"data":{"tray":null}}""", answers[0].Ask);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answers[0].ApiStatus, answers[0].PageStatus));

        await tray.Services.GetRequiredService<ExpiryClock>().ForgetAsync(CancellationToken.None);
        Assert.Contains(tray.Log.Lines, line => line.Contains("What was over is deleted: 1 trays, 0 survey results", StringComparison.Ordinal));
        clock.Now = TrayApp.Now;
        Assert.Equal("""{"data":{"tray":null}}""", $"{await tray.AskAsync(Read, new { code })}");
    }

    [Fact]
    public async Task Is_not_asked_by_get_over_graphql()
    {
        var code = (await SaveAsync(new { items = new object[] { new { offering = Swimming } } })).GetProperty("tray").GetProperty("code").GetString()!;
        foreach (var query in new[] { $"query={Uri.EscapeDataString($"{{ tray(code: \"{code}\") {{ code }} }}")}", $"query={Uri.EscapeDataString("query($c: String!) { tray(code: $c) { code } }")}&variables={Uri.EscapeDataString($"{{\"c\":\"{code}\"}}")}" })
        {
            var answer = await tray.Client.GetFromJsonAsync<JsonElement>($"/graphql?{query}");
            Assert.Equal("CODE_BY_GET", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            Assert.DoesNotContain(code, $"{answer}");
        }
    }

    [Fact]
    public async Task Closes_the_door_to_one_who_guesses_a_thousand_times_and_to_no_good_code_before()
    {
        var code = (await SaveAsync(new { items = new object[] { new { offering = Swimming } } })).GetProperty("tray").GetProperty("code").GetString()!;
        for (var i = 0; i < CodeGuard.MostWrong - 1; i++)
        {
            Assert.Equal("""{"data":{"tray":null}}""", $"{await tray.AskAsync(Read, new { code = SecretCode.New().Words })}");
        }

        Assert.Equal(code, (await ReadAsync(code)).GetProperty("code").GetString());
        var refused = 0;
        for (var i = 0; i < 1000; i++)
        {
            refused += $"{await tray.AskAsync(Read, new { code = SecretCode.New().Words })}".Contains("TOO_MANY_TRIES", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Equal(999, refused);
        using var rest = await tray.Client.GetAsync($"/api/v1/trays/{code}");
        using var page = await tray.Client.GetAsync($"/lista/{code}");
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (rest.StatusCode, page.StatusCode));
        Assert.Equal("TOO_MANY_TRIES", (await rest.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Lies_on_the_disk_in_no_word_and_under_no_code()
    {
        const string marker = "salaisuusxyz";
        var saved = await SaveAsync(new { greeting = marker, items = new object[] { new { offering = Swimming, note = marker } } });
        var (code, editKey) = (saved.GetProperty("tray").GetProperty("code").GetString()!, saved.GetProperty("editKey").GetString()!);
        await ReadAsync(code);
        Assert.Equal([], DiskSearch.FilesWith(tray.Settings.DataFolder, marker, code, code.Replace("-", ""), editKey, editKey.Replace("-", "")));
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains(marker, StringComparison.Ordinal) || line.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [SkippableFact]
    public async Task Gives_its_dates_to_calendars_that_others_made()
    {
        var concert = $"{Source.IdOf("seed", "konsertti")}";
        var code = (await SaveAsync(new { items = new object[] { new { offering = concert, note = "ei kalenteriin" }, new { offering = Swimming } } })).GetProperty("tray").GetProperty("code").GetString();
        var address = new Uri(tray.Client.BaseAddress!, $"/lista/{code}/kalenteri.ics");
        var written = await tray.Client.GetStringAsync(address);
        Assert.Equal(1, written.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("RRULE:FREQ=WEEKLY", written, StringComparison.Ordinal);
        Assert.Contains("SUMMARY;LANGUAGE=fi:Yhteislaulukonsertti", written, StringComparison.Ordinal);
        Assert.DoesNotContain("ei kalenteriin", written, StringComparison.Ordinal);
        using var missing = await tray.Client.GetAsync("/lista/0000-0000-0000-0000/kalenteri.ics");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        var judge = Path.Combine(Repository.Shared, "checks", "ics.py");
        Skip.IfNot(File.Exists(judge) && File.Exists("/usr/bin/python3"), "The outside judges are not beside the repository.");
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/usr/bin/python3", [judge, $"{address}", "2026-11-22", "2027-01-22"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Skip.If((await failed).Contains("ModuleNotFoundError", StringComparison.Ordinal), "python3-icalendar or python3-vobject is not installed.");
        Assert.True(process.ExitCode == 0, await said + await failed);
    }

    [Fact]
    public async Task Can_be_followed_by_a_feed_reader()
    {
        var code = (await SaveAsync(new { items = new object[] { new { offering = $"{Source.IdOf("seed", "konsertti")}", note = "ei syötteeseen" }, new { offering = Swimming } } })).GetProperty("tray").GetProperty("code").GetString();
        using var answer = await tray.Client.GetAsync($"/lista/{code}/syote.rss");
        var feed = System.Xml.Linq.XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["Yhteislaulukonsertti", "Uimahalli"], feed.Descendants("item").Select(item => item.Element("title")!.Value));
        Assert.DoesNotContain("ei syötteeseen", feed.ToString(), StringComparison.Ordinal);
        Assert.Contains("no-store", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
        using var missing = await tray.Client.GetAsync("/lista/0000-0000-0000-0000/syote.rss");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Is_kept_read_and_refused_over_rest()
    {
        using var made = await tray.Client.PostAsJsonAsync("/api/v1/trays", new { items = new[] { new { offering = Swimming, note = "ma" } } });
        var saved = await made.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Contains("no-store", $"{made.Headers.CacheControl}");
        var code = saved.GetProperty("tray").GetProperty("code").GetString();
        var read = await tray.Client.GetFromJsonAsync<JsonElement>($"/api/v1/trays/{code}?lang=sv");
        Assert.Equal("Simhall", read.GetProperty("items")[0].GetProperty("offering").GetProperty("name").GetProperty("value").GetString());
        Assert.False(read.TryGetProperty("editKey", out _));

        using var refused = await tray.Client.PostAsJsonAsync("/api/v1/trays", new { items = new[] { new { offering = Swimming, note = (string?)null }, new { offering = "x", note = (string?)null } } });
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "OFFERING_UNKNOWN", "items[1]"),
            (refused.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("argument").GetString()));
    }

    private async Task<JsonElement> SaveAsync(object input) => (await tray.QueryAsync(Save, new { input })).GetProperty("saveTray");

    private async Task<JsonElement> ReadAsync(string code) => (await tray.QueryAsync(Read, new { code })).GetProperty("tray");

    private static IEnumerable<string?> Codes(JsonElement saved) => saved.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString());
}
