using System.Net;
using System.Text.Json;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>An offering over REST.</summary>
[Collection(SmallTray.Name)]
public sealed class OfferingAnswers(SmallTray small)
{
    [Fact]
    public async Task An_activity_tells_what_the_seed_told()
    {
        var answer = await small.App.GetAsync($"/api/v1/offerings/{IdOf("uimahalli")}?lang=en");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.ContentHeaders.ContentType!.MediaType);
        var body = answer.Body;
        Assert.Equal("ACTIVITY", body.GetProperty("kind").GetString());
        Assert.Equal("Swimming hall", body.GetProperty("name").GetProperty("value").GetString());
        Assert.Equal(["MOVEMENT"], Words(body.GetProperty("themes")));
        Assert.Equal(["IN_PERSON"], Words(body.GetProperty("modes")));
        Assert.Equal(["DROP_IN"], Words(body.GetProperty("access")));
        Assert.Equal(5.5m, body.GetProperty("price").GetProperty("amount").GetDecimal());
        Assert.False(body.GetProperty("price").GetProperty("free").GetBoolean());
        Assert.Equal("297", body.GetProperty("places")[0].GetProperty("municipality").GetProperty("code").GetString());
        Assert.Equal(62.8924, body.GetProperty("places")[0].GetProperty("coordinates").GetProperty("latitude").GetDouble());
        Assert.Equal("Koekaupunki", body.GetProperty("organisation").GetProperty("name").GetProperty("value").GetString());
        Assert.Equal("06:00", body.GetProperty("openingHours")[0].GetProperty("opens").GetString());
        Assert.Equal(["MONDAY", "TUESDAY"], Words(body.GetProperty("openingHours")[0].GetProperty("weekdays")));
        Assert.Equal(JsonValueKind.Null, body.GetProperty("status").ValueKind);
        Assert.False(body.TryGetProperty("distanceKm", out _));
    }

    [Fact]
    public async Task An_event_tells_its_dates_on_the_Finnish_clock()
    {
        var body = (await small.App.GetAsync($"/api/v1/offerings/{IdOf("konsertti")}")).Body;
        Assert.Equal("EVENT", body.GetProperty("kind").GetString());
        Assert.Equal("SCHEDULED", body.GetProperty("status").GetString());
        Assert.Equal(
            ["2026-11-24T17:00:00.000+02:00", "2026-12-01T17:00:00.000+02:00", "2026-12-08T17:00:00.000+02:00", "2026-12-15T17:00:00.000+02:00"],
            body.GetProperty("occurrences").EnumerateArray().Select(date => date.GetProperty("startsAt").GetString()));
        Assert.Equal("2026-11-22T12:00:00.000+02:00", body.GetProperty("updatedAt").GetString());
        Assert.Equal("Tule sellaisena kuin olet.", body.GetProperty("registration").GetProperty("instructions").GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("openingHours").ValueKind);
    }

    [Fact]
    public async Task A_list_and_a_single_answer_tell_the_same()
    {
        foreach (var item in (await small.App.GetAsync("/api/v1/offerings")).Body.GetProperty("items").EnumerateArray())
        {
            var single = (await small.App.GetAsync($"/api/v1/offerings/{item.GetProperty("id").GetString()}")).Body;
            foreach (var member in single.EnumerateObject().Where(member => member.Name != "occurrences"))
            {
                Assert.True(JsonElement.DeepEquals(member.Value, item.GetProperty(member.Name)), member.Name);
            }
        }
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    [InlineData("uimahalli")]
    public async Task An_unknown_id_is_a_problem_of_404(string id)
    {
        foreach (var room in new[] { "offerings", "organisations" })
        {
            var answer = await small.App.GetAsync($"/api/v1/{room}/{id}");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType!.MediaType);
            Assert.Equal("NOT_FOUND", answer.Code);
        }
    }

    [Fact]
    public async Task Private_is_what_tells_a_need_or_a_place()
    {
        foreach (var (query, isPrivate) in new[] { ("text=uinti", true), ("place=Kuopio", true), ("lat=62&lon=27", true), ("theme=MOVEMENT", false) })
        {
            var answer = await small.App.GetAsync($"/api/v1/offerings?{query}");
            Assert.Equal(isPrivate, answer.Headers.CacheControl?.Private ?? false);
        }
    }

    private static Guid IdOf(string key) => Source.IdOf("seed", key);

    private static IEnumerable<string?> Words(JsonElement list) => list.EnumerateArray().Select(word => word.GetString());
}
