using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>Whatever goes wrong under /api is a problem+json.</summary>
[Collection(SmallTray.Name)]
public sealed class RestErrors(SmallTray small)
{
    private const string Search = "/api/v1/offerings/search";

    [Theory]
    [InlineData("first=many", "first")]
    [InlineData("first=1&first=2", "first")]
    [InlineData("age=ten", "age")]
    [InlineData("lat=north&lon=27", "lat")]
    [InlineData("lat=NaN&lon=27", "lat")]
    [InlineData("lat=62", "lon")]
    [InlineData("lon=27", "lat")]
    [InlineData("radiusKm=5", "radiusKm")]
    [InlineData("bbox=27,62,28", "bbox")]
    [InlineData("bbox=27,62,28,x", "bbox")]
    [InlineData("bbox=27,62,28,63,64", "bbox")]
    [InlineData("theme=SWIMMING", "theme")]
    [InlineData("theme=0", "theme")]
    [InlineData("order=WORST", "order")]
    [InlineData("free=perhaps", "free")]
    [InlineData("theem=MIND", "theem")]
    [InlineData("Theme=MIND", "Theme")]
    [InlineData("from=2026-11-22", "from")]
    public async Task A_parameter_that_cannot_be_read_is_400_and_named(string query, string argument)
    {
        var answer = await small.App.GetAsync($"/api/v1/offerings?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType!.MediaType);
        Assert.Equal(("FILTER_INVALID", argument), (answer.Code, answer.Argument));
    }

    [Fact]
    public async Task Every_endpoint_refuses_what_it_does_not_know()
    {
        foreach (var path in new[] { "/api/v1/themes", "/api/v1/offerings/x", "/api/v1/organisations/x" })
        {
            Assert.Equal("first", (await small.App.GetAsync($"{path}?first=1")).Argument);
        }
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("null", null)]
    [InlineData("{\"text\":5}", "$.text")]
    [InlineData("{\"theme\":[\"MIND\"]}", "$.theme")]
    [InlineData("{\"themes\":[\"SWIMMING\"]}", "$.themes[0]")]
    [InlineData("{\"themes\":[3]}", "$.themes[0]")]
    [InlineData("{\"themes\":[null]}", "$.themes[0]")]
    [InlineData("{\"near\":{}}", "$.near")]
    [InlineData("{\"near\":{\"at\":null}}", "$.near.at")]
    [InlineData("{\"near\":{\"at\":{\"coordinates\":{\"latitude\":62}}}}", "$.near.at.coordinates")]
    [InlineData("{\"near\":{\"at\":{\"place\":\"Kuopio\"},\"radiusKm\":\"5\"}}", "$.near.radiusKm")]
    [InlineData("{\"text\":\"\\ud800\"}", "$.text")]
    [InlineData("{\"text\":\"a\",\"text\":\"b\"}", "$.text")]
    public async Task A_body_that_cannot_be_read_is_400(string json, string? argument)
    {
        var answer = await small.App.PostAsync(Search, json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType!.MediaType);
        if (argument is not null && json.Length > 2)
        {
            Assert.Equal(("FILTER_INVALID", argument), (answer.Code, answer.Argument));
        }
    }

    [Theory]
    [InlineData("{\"near\":{\"at\":{\"place\":\"Kuopio\",\"coordinates\":{\"latitude\":62,\"longitude\":27}}}}", "FILTER_INVALID")]
    [InlineData("{\"near\":{\"at\":{}}}", "FILTER_INVALID")]
    [InlineData("{\"near\":{\"at\":{\"place\":\"Qwxzqwxz\"}}}", "PLACE_UNKNOWN")]
    [InlineData("{\"languages\":[null]}", "FILTER_INVALID")]
    [InlineData("{\"municipalities\":[null]}", "FILTER_INVALID")]
    [InlineData("{\"organisations\":[null]}", "FILTER_INVALID")]
    [InlineData("{\"text\":\"a\\u0000\"}", "FILTER_INVALID")]
    public async Task A_body_that_was_read_and_is_refused_is_422(string json, string code)
    {
        var answer = await small.App.PostAsync(Search, json);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(code, answer.Code);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", 404)]
    [InlineData("GET", "/api", 404)]
    [InlineData("DELETE", "/api/v1/offerings", 405)]
    [InlineData("GET", "/api/v1/themes/MIND", 404)]
    [InlineData("PUT", "/api/v1/offerings/search", 405)]
    public async Task Addresses_and_methods_that_are_not_there_are_problems_too(string method, string path, int status)
    {
        var answer = await small.App.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType!.MediaType);
        Assert.Equal(status, answer.Body.GetProperty("status").GetInt32());
        Assert.Equal(status == 404 ? "NOT_FOUND" : "BAD_REQUEST", answer.Code);
        Assert.Equal("en", Assert.Single(answer.ContentHeaders.ContentLanguage));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task A_body_of_another_kind_is_415(string mediaType)
    {
        var answer = await small.App.SendAsync(new HttpRequestMessage(HttpMethod.Post, Search) { Content = new StringContent("{}", Encoding.UTF8, mediaType) });
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_failure_of_our_own_shows_an_id_only_and_the_log_has_it()
    {
        await using var tray = await TrayApp.StartAsync();
        await using (var connection = new SqliteConnection(tray.Services.GetRequiredService<TrayDatabase>().ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE offering RENAME TO lost";
            await command.ExecuteNonQueryAsync();
        }

        var answer = await tray.GetAsync("/api/v1/offerings?text=uimahalli");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("INTERNAL", answer.Code);
        Assert.DoesNotContain("lite", answer.Text, StringComparison.OrdinalIgnoreCase);
        var id = answer.Body.GetProperty("id").GetString()!;
        Assert.Contains(tray.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(id, StringComparison.Ordinal));
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains("uimahalli", StringComparison.OrdinalIgnoreCase));
    }
}
