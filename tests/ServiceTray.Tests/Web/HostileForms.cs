using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>What people send who mean harm, in every field of every form and in every part of every address: nothing fails, and nothing of it comes back as script.</summary>
public sealed partial class HostileForms(SmallTray small) : IClassFixture<SmallTray>
{
    private const string QuickExit = "https://www.ilmatieteenlaitos.fi/";
    private const string Script = "\"'><script>evil()</script><b onfocus=evil()>";

    private static readonly string[] Hostile =
    [
        Script,
        "' OR 1=1; DROP TABLE offering;--",
        "1) UNION SELECT password_hash FROM account--",
        "../../../../etc/passwd",
        "{{7*7}}${7*7}#{7*7}%{{7*7}}",
        "\u202e\u0000\ufffe",
        "-99999999999999999999",
        "javascript:evil()",
        new string('ä', 9_000),
    ];

    // Fields that are tried where no form was found that is sent to an address.
    private static readonly string[] UsualFields = ["id", "name", "code", "pin", "note", "state", "edition", "words", "county", "organisation", "text", "page"];

    private readonly TrayApp tray = small.App;

    [Fact]
    public async Task Come_back_neither_as_a_failure_nor_as_script()
    {
        using var person = await WithEveryRoleAsync();
        var faults = new List<string>();
        var forms = await FormsAsync(person, faults);
        Assert.True(forms.Count > 25, $"Only {forms.Count} forms were found.");
        var token = forms.Values.First(form => form.Token is not null).Token!;
        foreach (var pattern in Patterns("POST").Where(pattern => pattern != SignInEndpoints.OutPath))
        {
            var fields = forms.Where(form => Fits(pattern, form.Key)).SelectMany(form => form.Value.Fields).Distinct().DefaultIfEmpty().ToList();
            var names = fields is [null] ? UsualFields : fields.OfType<string>().ToArray();
            foreach (var hostile in Hostile)
            {
                using var content = new FormUrlEncodedContent([.. names.Select(name => KeyValuePair.Create(name, hostile)), KeyValuePair.Create("__RequestVerificationToken", token)]);
                // A form of many fields is larger than any body may be: whoever asks first hears so, instead of a line that breaks while she sends.
                await TryAsync(person, () => new HttpRequestMessage(HttpMethod.Post, Filled(pattern)) { Content = content, Headers = { ExpectContinue = true } }, $"POST {pattern} {Short(hostile)}", faults);
            }
        }

        foreach (var pattern in Patterns("GET"))
        {
            foreach (var hostile in Hostile.Where(hostile => hostile.Length < 200))
            {
                var written = Uri.EscapeDataString(hostile);
                var path = Parameter().Replace(pattern, written);
                await TryAsync(person, () => new HttpRequestMessage(HttpMethod.Get, $"{path}?lang={written}&paluu={written}&theme={written}&alue={written}&after={written}&{written}={written}"), $"GET {pattern} {Short(hostile)}", faults);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains("evil()", StringComparison.Ordinal));
    }

    private static async Task TryAsync(Person person, Func<HttpRequestMessage> ask, string what, List<string> faults)
    {
        using var request = ask();
        using var answer = await person.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if ((int)answer.StatusCode >= 500)
        {
            faults.Add($"{what}: {(int)answer.StatusCode}");
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            if (page.QuerySelector("[onfocus], a[href^='javascript:'], form[action^='javascript:']") is not null || page.QuerySelectorAll("script").Any(script => script.TextContent.Contains("evil()", StringComparison.Ordinal) && script.GetAttribute("type") != "application/ld+json"))
            {
                faults.Add($"{what}: script");
            }
        }

        // Who leaves quickly goes to one page of others, the same for everybody.
        if (answer.Headers.Location?.OriginalString is { } location && !location.StartsWith('/') && location != QuickExit)
        {
            faults.Add($"{what}: leads to {Short(location)}");
        }
    }

    // The forms of all pages that there are, by where they are sent.
    private async Task<Dictionary<string, (HashSet<string> Fields, string? Token)>> FormsAsync(Person person, List<string> faults)
    {
        var found = new Dictionary<string, (HashSet<string> Fields, string? Token)>();
        foreach (var pattern in Patterns("GET").Where(pattern => !pattern.StartsWith("/api", StringComparison.Ordinal)))
        {
            using var answer = await person.Client.GetAsync(Filled(pattern));
            if ((int)answer.StatusCode >= 500)
            {
                faults.Add($"GET {pattern}: {(int)answer.StatusCode}");
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var form in (await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync())).QuerySelectorAll("form[method=post]"))
            {
                var action = form.GetAttribute("action")!.Split('?', '#')[0];
                var names = form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")!).Where(name => name != "__RequestVerificationToken");
                var token = form.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
                found.TryAdd(action, ([], token));
                found[action].Fields.UnionWith(names);
            }
        }

        return found;
    }

    private async Task<Person> WithEveryRoleAsync()
    {
        var city = Source.IdOf("seed", "organisation:kaupunki");
        return await Person.SignedInAsync(tray, [.. Enum.GetValues<Role>().Select(role => role switch
        {
            Role.Helper or Role.CountyAdministrator => new Grant(role, county: "PS"),
            Role.Publisher or Role.Editor or Role.Professional or Role.Coordinator or Role.LinkPerson => new Grant(role, city),
            _ => new Grant(role),
        })]);
    }

    private IEnumerable<string> Patterns(string method) =>
        from endpoint in tray.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true
        select endpoint.RoutePattern.RawText!;

    private static bool Fits(string pattern, string path) =>
        Regex.IsMatch(path, $"^{Parameter().Replace(Regex.Escape(pattern).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Filled(string pattern) => Parameter().Replace(pattern, match =>
        match.Value.Contains("organisation", StringComparison.Ordinal) ? $"{Source.IdOf("seed", "organisation:kaupunki")}" : $"{Source.IdOf("seed", "uimahalli")}");

    private static string Short(string text) => text.Length > 40 ? $"{text[..40]}…" : text;

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
