using System.Diagnostics;
using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>The API's description of itself: complete, true, and passed by outside judges.</summary>
[Collection(SmallTray.Name)]
public sealed class OpenApiDocument(SmallTray small)
{
    private static readonly string[] Lists = ["text", "allWords", "asWords", "seekNeeds", "kind", "theme", "place", "lat", "lon", "radiusKm", "bbox", "polygon", "municipality", "county", "from", "to", "weekday", "timeOfDay", "audience", "age", "language", "free", "mode", "access", "accessibility", "lowThreshold", "guidancePoint", "acceptsReferrals", "hasRoom", "organisation", "order", "first", "after", "last", "before", "lang"];

    [Fact]
    public async Task Holds_every_operation_with_all_that_a_reader_needs()
    {
        var document = await ReadAsync();
        Assert.StartsWith("3.0", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToList();
        Assert.Equal(
            [
                "get /api/v1/changes",
                "get /api/v1/changes.ndjson",
                "get /api/v1/duplicates",
                "get /api/v1/feedback",
                "get /api/v1/imports",
                "get /api/v1/imports/schedule",
                "get /api/v1/imports/{id}",
                "get /api/v1/materials",
                "get /api/v1/materials/{key}",
                "get /api/v1/needs",
                "get /api/v1/offerings",
                "get /api/v1/offerings.csv",
                "get /api/v1/offerings.geojson",
                "get /api/v1/offerings.ics",
                "get /api/v1/offerings.ndjson",
                "get /api/v1/offerings.rss",
                "get /api/v1/offerings/clusters",
                "get /api/v1/offerings/{id}",
                "get /api/v1/offerings/{id}.ics",
                "get /api/v1/offerings/{id}.rss",
                "get /api/v1/organisations/{id}",
                "get /api/v1/organisations/{id}.ics",
                "get /api/v1/organisations/{id}.rss",
                "get /api/v1/referrals",
                "get /api/v1/referrals/{id}",
                "get /api/v1/surveys",
                "get /api/v1/surveys/{id}",
                "get /api/v1/surveys/{id}/groups/{county}",
                "get /api/v1/themes",
                "get /api/v1/trays/{code}",
                "get /api/v1/words-without-offerings",
                "get /ogc",
                "get /ogc/collections",
                "get /ogc/collections/offerings",
                "get /ogc/collections/offerings/items",
                "get /ogc/collections/offerings/items/{id}",
                "get /ogc/conformance",
                "post /api/v1/duplicates/{id}",
                "post /api/v1/feedback",
                "post /api/v1/feedback/{id}/answer",
                "post /api/v1/offerings/clusters",
                "post /api/v1/offerings/complete",
                "post /api/v1/offerings/search",
                "post /api/v1/referrals",
                "post /api/v1/referrals/{id}/consent",
                "post /api/v1/referrals/{id}/moves",
                "post /api/v1/survey-results/delete",
                "post /api/v1/survey-results/read",
                "post /api/v1/surveys/{id}/answers",
                "post /api/v1/trays",
                "post /api/v1/trays/delete",
                "post /api/v1/trays/{code}/mail",
            ],
            operations.Select(operation => operation.Name).Order(StringComparer.Ordinal));
        Assert.Distinct(operations.Select(operation => operation.Value.GetProperty("operationId").GetString()));
        foreach (var (name, operation) in operations)
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), name);
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("description").GetString()), name);
            Assert.True(operation.GetProperty("tags").GetArrayLength() > 0, name);
            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), response => response.Name is "200" or "204");
            foreach (var parameter in operation.GetProperty("parameters").EnumerateArray())
            {
                Assert.False(string.IsNullOrWhiteSpace(parameter.GetProperty("description").GetString()), $"{name} {parameter}");
            }

            foreach (var failing in operation.GetProperty("responses").EnumerateObject().Where(response => response.Name is not ("200" or "204" or "301")))
            {
                Assert.EndsWith("/Problem", failing.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Tells_every_parameter_of_the_list()
    {
        var parameters = (await ReadAsync()).GetProperty("paths").GetProperty("/api/v1/offerings").GetProperty("get").GetProperty("parameters");
        Assert.Equal(Lists.Order(), parameters.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).Order());
    }

    [Fact]
    public async Task Tells_of_every_part_what_it_is_about()
    {
        var document = await ReadAsync();
        var told = document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()!).ToList();
        var used = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).SelectMany(operation => operation.Value.GetProperty("tags").EnumerateArray()).Select(tag => tag.GetString()!).Distinct();
        Assert.Equal(used.Order(), told.Order());
    }

    [Theory]
    [InlineData("/api/v1/offerings?place=Kuopio&free=true&radiusKm=100", "/api/v1/offerings", "200")]
    [InlineData("/api/v1/offerings?order=NAME", "/api/v1/offerings", "200")]
    [InlineData("/api/v1/offerings?place=Kuopoi", "/api/v1/offerings", "400")]
    [InlineData("/api/v1/offerings?first=x", "/api/v1/offerings", "400")]
    [InlineData("/api/v1/offerings/x", "/api/v1/offerings/{id}", "404")]
    [InlineData("/api/v1/themes", "/api/v1/themes", "200")]
    public async Task What_is_answered_is_as_it_says(string asked, string path, string status)
    {
        var document = await ReadAsync();
        var content = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty(status).GetProperty("content");
        var answer = await small.App.GetAsync(asked);
        Assert.Equal(status, $"{(int)answer.Status}");
        var media = content.GetProperty(answer.ContentHeaders.ContentType!.MediaType!);
        Assert.Empty(new DescribedShape(document).Faults("$", answer.Body, media.GetProperty("schema")));
    }

    [Fact]
    public async Task Every_offering_and_organisation_is_as_it_says()
    {
        var document = await ReadAsync();
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var item in (await small.App.GetAsync("/api/v1/offerings")).Body.GetProperty("items").EnumerateArray())
        {
            var offering = await small.App.GetAsync($"/api/v1/offerings/{item.GetProperty("id").GetString()}");
            Assert.Empty(new DescribedShape(document).Faults("$", offering.Body, schemas.GetProperty("Offering")));
            var organisation = await small.App.GetAsync($"/api/v1/organisations/{item.GetProperty("organisation").GetProperty("id").GetString()}");
            Assert.Empty(new DescribedShape(document).Faults("$", organisation.Body, schemas.GetProperty("Organisation")));
        }
    }

    [SkippableFact]
    public async Task Is_passed_by_Spectral_and_Redocly()
    {
        var judge = Path.Combine(Repository.Shared, "checks", "openapi-lint.sh");
        var installed = Path.Combine(Environment.GetEnvironmentVariable("CHECKS_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "servicetray-checks"), "openapi", "node_modules");
        Skip.IfNot(File.Exists(judge) && Directory.Exists(installed), "The outside judges are not installed (checks/setup.sh openapi).");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await small.App.Client.GetStringAsync("/openapi.json"));
        using var process = Process.Start(new ProcessStartInfo("bash", [judge, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);
        Assert.True(process.ExitCode == 0, said);
    }

    [Fact]
    public async Task The_page_that_shows_it_asks_no_other_host()
    {
        foreach (var path in new[] { "/swagger/index.html", "/swagger/index.js", "/swagger/index.css" })
        {
            using var response = await small.App.Client.GetAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
            var text = await response.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("(?:src|href)=[\"'](?:https?:)?//", text);
            Assert.DoesNotContain("\"validatorUrl\":\"", text, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", string.Join(' ', response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    private async Task<JsonElement> ReadAsync() => (await small.App.GetAsync("/openapi.json")).Body;
}
