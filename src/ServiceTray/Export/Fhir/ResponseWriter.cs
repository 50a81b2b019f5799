using System.Globalization;
using System.Text.Json.Nodes;
using ServiceTray.Languages;
using ServiceTray.Surveys;

namespace ServiceTray.Export.Fhir;

/// <summary>Writes answers as a FHIR R4 QuestionnaireResponse, which names no person.</summary>
internal static class ResponseWriter
{
    public static JsonObject Write(FilledSurvey filled, DateTimeOffset at, Language language) => new()
    {
        ["resourceType"] = "QuestionnaireResponse",
        ["language"] = language.Tag(),
        ["questionnaire"] = $"{FhirNames.UrlOf(filled.Survey.Id)}|{filled.Survey.Version}",
        ["status"] = "completed",
        ["authored"] = FeedWords.Instant(at),
        ["item"] = new JsonArray([.. filled.Survey.Questions.Where(question => filled.Answers.ContainsKey(question.Id)).Select(question => Item(question, filled.Answers[question.Id], language))]),
    };

    private static JsonNode Item(Question question, AnswerValueInput value, Language language)
    {
        var item = new JsonObject { ["linkId"] = question.Id };
        if (question.Text.TextOrNull(language) is { } text)
        {
            item["text"] = text.Value;
        }

        item["answer"] = new JsonArray([.. Answers(question, value, language)]);
        return item;
    }

    private static IEnumerable<JsonNode> Answers(Question question, AnswerValueInput value, Language language) => value switch
    {
        { Number: { } number } => [new JsonObject { ["valueInteger"] = (int)number }],
        { Date: { } day } => [new JsonObject { ["valueDate"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }],
        { Text: { } text } => [new JsonObject { ["valueString"] = text }],
        _ => question.Choices.Where(choice => value.Choices!.Contains(choice.Id)).Select(choice => (JsonNode)new JsonObject
        {
            ["valueCoding"] = new JsonObject { ["system"] = FhirNames.Choices, ["code"] = choice.Id, ["display"] = choice.Text.Pick(language).Value },
        }),
    };
}
