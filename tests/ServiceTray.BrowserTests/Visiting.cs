using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>A visit tells each fault of a made-up page, and none of a good one: what it says of the tray can be believed.</summary>
public sealed class Visiting(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Good = """
        <!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Palvelutarjotin</title>
        <link rel="icon" href="data:,"></head><body><main><h1>Palvelutarjotin</h1><p>Tekemistä lähellä.</p></main></body></html>
        """;

    [SkippableFact]
    public async Task Finds_nothing_on_a_good_page() => Assert.Empty((await ToAsync(Good)).Faults);

    [SkippableTheory]
    [InlineData("lang=\"fi\"", "lang=\"sv\"", "says its language is 'sv', asked was 'fi'")]
    [InlineData("<p>Tekemistä lähellä.</p>", "<div style=\"width:400px\">Tekemistä</div>", "scrolls sideways, at 320 px and dark")]
    [InlineData("<p>Tekemistä lähellä.</p>", "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">", "axe, wide and light, image-alt")]
    [InlineData("<p>", "<p style=\"color:#aaa\">", "axe, at 320 px and dark, color-contrast")]
    [InlineData("<h1>Palvelutarjotin</h1>", "<h3>Palvelutarjotin</h3>", "axe, wide and light, page-has-heading-one")]
    [InlineData("</main>", "</main><script>missing()</script>", "script error: ReferenceError: missing is not defined")]
    [InlineData("</main>", "</main><script>console.error('oh')</script>", "console error: oh")]
    [InlineData("</main>", "<link rel=\"stylesheet\" href=\"http://elsewhere.example/a.css\"></main>", "asks another host: http://elsewhere.example/a.css")]
    public async Task Tells_each_fault(string good, string bad, string expected) =>
        Assert.Contains((await ToAsync(Good.Replace(good, bad, StringComparison.Ordinal))).Faults, fault => fault.StartsWith(expected, StringComparison.Ordinal));

    [SkippableFact]
    public async Task Tells_of_a_page_that_is_not_there() => Assert.Contains("answers 404, not 200", (await ToAsync(Good, status: 404)).Faults);

    [SkippableFact]
    public async Task Sees_what_only_the_dark_shows() => Assert.Contains(
        (await ToAsync(Good.Replace("</head>", "<style>@media (prefers-color-scheme: dark) { body { background: #222; } }</style></head>", StringComparison.Ordinal))).Faults,
        fault => fault.StartsWith("axe, at 320 px and dark, color-contrast", StringComparison.Ordinal));

    [SkippableFact]
    public async Task Looks_where_a_policy_forbids_every_strange_script() =>
        Assert.Empty((await ToAsync(Good, policy: "default-src 'none'; script-src 'self'; img-src data:")).Faults);

    private Task<Visit> ToAsync(string html, int status = 200, string? policy = null) =>
        Visit.ToAsync(chromium.Browser, new("http://tray.example/"), "fi", prepare: context => context.RouteAsync("**/*", route => route.FulfillAsync(new()
        {
            Status = status,
            ContentType = route.Request.ResourceType == "document" ? "text/html; charset=utf-8" : "text/css",
            Headers = policy is null ? [] : new Dictionary<string, string> { ["Content-Security-Policy"] = policy, ["Content-Type"] = "text/html; charset=utf-8" },
            Body = route.Request.ResourceType == "document" ? html : "",
        })));
}
