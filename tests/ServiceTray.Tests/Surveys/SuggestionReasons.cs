using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>Each reason and each limit recomputed from what GraphQL tells, over all of the seed.</summary>
[Collection(FullTray.Name)]
public sealed class SuggestionReasons(FullTray shared)
{
    private readonly TrayApp tray = shared.App;

    private const string Ask = """
        mutation($input: AnswerSurveyInput!, $filter: OfferingFilter) {
          answerSurvey(input: $input) {
            errors { code }
            result {
              needs { theme { code } answer importance band }
              suggestions(filter: $filter, first: 20) {
                theme { code } distanceKm next { startsAt }
                reasons { kind text { value } }
                offering {
                  id themes { code } organisation { id } minimumAge maximumAge languages price { free } lowThreshold capacity { state } modes
                  accessibility { aspect state }
                  ... on Activity { openingHours { weekdays validFrom validTo closed } }
                }
              }
            }
          }
        }
        """;

    public static TheoryData<string, int?, string[], string[], bool> People => new()
    {
        { "Kuopio", 45, [], [], false },
        { "Iisalmi", 72, [], [], false },
        { "Kuopio", 30, ["wheelchair"], [], false },
        { "Kuopio", null, [], ["sv", "en"], true },
        { "Varkaus", 16, [], ["fi"], true },
        { "Kuopio", 80, ["from-home"], [], false },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Hold_in_the_data_and_limits_are_hard(string place, int? age, string[] needs, string[] languages, bool free)
    {
        var result = await ResultAsync(place, age, needs, languages, free, null);
        var suggestions = result.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.NotEmpty(suggestions);
        Assert.All(suggestions.GroupBy(one => one.GetProperty("offering").GetProperty("organisation").GetProperty("id").GetString()), group => Assert.True(group.Count() <= 2));
        foreach (var suggestion in suggestions)
        {
            var offering = suggestion.GetProperty("offering");
            Assert.Equal(Expected(suggestion, result, age, needs, languages), Strings(suggestion.GetProperty("reasons"), "kind"));
            Assert.Contains(suggestion.GetProperty("theme").GetProperty("code").GetString(), Strings(offering.GetProperty("themes"), "code"));
            Assert.True(age is null || Between(age.Value, offering));
            Assert.True(!free || offering.GetProperty("price").GetProperty("free").GetBoolean());
            Assert.True(languages.Length == 0 || Strings(offering.GetProperty("languages")).Intersect(languages).Any());
            Assert.True(!needs.Contains("wheelchair") || IsYes(offering, "WHEELCHAIR"));
            Assert.True(!needs.Contains("from-home") || Strings(offering.GetProperty("modes")).Intersect(["ONLINE", "PHONE", "HOME_VISIT"]).Any());
            Assert.True(suggestion.GetProperty("distanceKm") is not { ValueKind: JsonValueKind.Number } distance || distance.GetDouble() <= 30);
        }
    }

    [Fact]
    public async Task Stay_true_when_the_asker_narrows_further()
    {
        var result = await ResultAsync("Kuopio", 45, [], [], false, new { lowThreshold = true, kinds = new[] { "ACTIVITY" } });
        var suggestions = result.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.NotEmpty(suggestions);
        Assert.All(suggestions, one => Assert.True(one.GetProperty("offering").GetProperty("lowThreshold").GetBoolean()));
        Assert.Contains(suggestions, one => Strings(one.GetProperty("reasons"), "kind").Contains("LOW_THRESHOLD"));
    }

    [Fact]
    public async Task Are_not_asked_of_a_child_for_weight_or_substances()
    {
        string[] words = ["päihde", "päihte", "alkohol", "laihdut", "painonhallin", "huume"];
        Assert.DoesNotContain(await TextsAsync(15), text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(await TextsAsync(40), text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

        async Task<IReadOnlyList<string>> TextsAsync(int age)
        {
            object[] answers = [new { question = "mind", value = new { number = 3 } }, new { question = "age", value = new { number = age } }];
            var data = await tray.QueryAsync(
                "mutation($input: AnswerSurveyInput!) { answerSurvey(input: $input) { result { suggestions(first: 50) { offering { name { value } summary { value } description { value } } } } } }",
                new { input = new { survey = $"{OwnSurvey.Survey.Id}", answers } });
            return [.. data.GetProperty("answerSurvey").GetProperty("result").GetProperty("suggestions").EnumerateArray().Select(one => $"{one}")];
        }
    }

    private async Task<JsonElement> ResultAsync(string place, int? age, string[] needs, string[] languages, bool free, object? filter)
    {
        List<object> answers =
        [
            .. OwnSurvey.Survey.Questions.Where(question => question.Theme is not null).Select((question, i) => new { question = question.Id, value = new { number = (i * 7) % 9 } }),
            new { question = "important", value = new { choices = new[] { "community", "culture" } } },
            new { question = "needs", value = new { choices = needs } },
            new { question = "languages", value = new { choices = languages } },
            new { question = "price", value = new { choices = new[] { free ? "free" : "any" } } },
        ];
        if (age is not null)
        {
            answers.Add(new { question = "age", value = new { number = age } });
        }

        var data = await tray.QueryAsync(Ask, new { input = new { survey = $"{OwnSurvey.Survey.Id}", answers, near = new { at = new { place }, radiusKm = 30 } }, filter });
        return data.GetProperty("answerSurvey").GetProperty("result");
    }

    private static IEnumerable<string> Expected(JsonElement suggestion, JsonElement result, int? age, string[] needs, string[] languages)
    {
        var offering = suggestion.GetProperty("offering");
        var theme = suggestion.GetProperty("theme").GetProperty("code").GetString();
        var need = result.GetProperty("needs").EnumerateArray().Single(one => one.GetProperty("theme").GetProperty("code").GetString() == theme);
        (string Kind, bool Holds)[] reasons =
        [
            ("ANSWERED_NEED", need.GetProperty("answer").ValueKind == JsonValueKind.Number && need.GetProperty("band").GetString() != "GOOD"),
            ("CHOSEN_IMPORTANT", need.GetProperty("importance").GetDouble() == 2),
            ("NEARBY", suggestion.GetProperty("distanceKm") is { ValueKind: JsonValueKind.Number } km && km.GetDouble() <= 10),
            ("OPEN_SOON", IsSoon(suggestion)),
            ("FREE", offering.GetProperty("price").GetProperty("free").ValueKind == JsonValueKind.True),
            ("LOW_THRESHOLD", offering.GetProperty("lowThreshold").GetBoolean()),
            ("SUITS_AGE", age is not null && (offering.GetProperty("minimumAge").ValueKind == JsonValueKind.Number || offering.GetProperty("maximumAge").ValueKind == JsonValueKind.Number)),
            ("SUITS_LANGUAGE", languages.Length > 0),
            ("ACCESSIBLE", needs.Contains("wheelchair")),
            ("HAS_ROOM", offering.GetProperty("capacity") is { ValueKind: JsonValueKind.Object } capacity && capacity.GetProperty("state").GetString() == "ROOM"),
        ];
        return reasons.Where(reason => reason.Holds).Select(reason => reason.Kind);
    }

    private static bool IsSoon(JsonElement suggestion)
    {
        if (suggestion.GetProperty("next") is { ValueKind: JsonValueKind.Object } next)
        {
            return next.GetProperty("startsAt").GetDateTimeOffset() <= TrayApp.Now.AddDays(7);
        }

        if (!suggestion.GetProperty("offering").TryGetProperty("openingHours", out var hours))
        {
            return false;
        }

        var all = hours.EnumerateArray().ToList();
        return Enumerable.Range(0, 7).Select(i => new DateOnly(2026, 11, 22).AddDays(i)).Any(day => all.Any(one => !Closed(one) && On(one, day)) && !all.Any(one => Closed(one) && On(one, day)));
    }

    private static bool Closed(JsonElement hours) => hours.GetProperty("closed").GetBoolean();

    private static bool On(JsonElement hours, DateOnly day) =>
        (hours.GetProperty("weekdays").GetArrayLength() == 0 || Strings(hours.GetProperty("weekdays")).Contains($"{day.DayOfWeek}".ToUpperInvariant()))
        && (hours.GetProperty("validFrom").ValueKind == JsonValueKind.Null || DateOnly.Parse(hours.GetProperty("validFrom").GetString()!) <= day)
        && (hours.GetProperty("validTo").ValueKind == JsonValueKind.Null || DateOnly.Parse(hours.GetProperty("validTo").GetString()!) >= day);

    private static bool Between(int age, JsonElement offering) =>
        (offering.GetProperty("minimumAge") is not { ValueKind: JsonValueKind.Number } least || least.GetInt32() <= age)
        && (offering.GetProperty("maximumAge") is not { ValueKind: JsonValueKind.Number } greatest || greatest.GetInt32() >= age);

    private static bool IsYes(JsonElement offering, string aspect) =>
        offering.GetProperty("accessibility").EnumerateArray().Any(fact => fact.GetProperty("aspect").GetString() == aspect && fact.GetProperty("state").GetString() == "YES");

    private static IEnumerable<string> Strings(JsonElement list, string? member = null) =>
        list.EnumerateArray().Select(one => (member is null ? one : one.GetProperty(member)).GetString()!);
}
