using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceTray.Surveys;

namespace ServiceTray.Export.Fhir;

/// <summary>Reads a FHIR R4 Questionnaire as a definition of a survey; the definition's own reader then tells all that is wrong with it.</summary>
internal static class QuestionnaireReader
{
    /// <summary>The survey, or null with at least one problem.</summary>
    public static (Survey? Survey, IReadOnlyList<DefinitionProblem> Problems) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonNode.Parse(json.Span) is JsonObject questionnaire && $"{questionnaire["resourceType"]}" == "Questionnaire"
                ? DefinitionReader.Read(JsonSerializer.SerializeToUtf8Bytes(ToDefinition(questionnaire)))
                : (null, [new DefinitionProblem("", "This is no FHIR Questionnaire.")]);
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return (null, [new DefinitionProblem("", "This Questionnaire cannot be read as one.")]);
        }
    }

    /// <summary>The definition that a questionnaire holds.</summary>
    public static JsonObject ToDefinition(JsonObject questionnaire)
    {
        var language = questionnaire["language"]?.GetValue<string>() ?? "fi";
        var rest = Members(questionnaire, FhirNames.Survey);
        var definition = new JsonObject
        {
            ["key"] = rest["key"]?.DeepClone() ?? KeyOf(questionnaire),
            ["version"] = questionnaire["version"]?.DeepClone(),
            ["languages"] = rest["languages"]?.DeepClone() ?? new JsonArray(language),
        };
        Put(definition, "title", FhirTexts.Read(questionnaire, "title", language));
        Put(definition, "introduction", FhirTexts.Read(questionnaire, "description", language));
        Put(definition, "owner", questionnaire["publisher"]?.DeepClone());
        Put(definition, "licence", rest["licence"]?.DeepClone() ?? questionnaire["copyright"]?.DeepClone());
        foreach (var name in new[] { "attribution", "use", "purpose", "textsOfOwner", "noTotal" })
        {
            Put(definition, name, rest[name]?.DeepClone());
        }

        definition["questions"] = new JsonArray([.. Objects(questionnaire["item"]).Select(item => Question(item, language))]);
        Put(definition, "scores", rest["scores"]?.DeepClone());
        return definition;
    }

    private static JsonNode Question(JsonObject item, string language)
    {
        var beside = Objects(item["item"]).ToLookup(ControlOf);
        var rest = Members(item, FhirNames.Question);
        var question = new JsonObject { ["id"] = item["linkId"]?.DeepClone(), ["kind"] = KindOf(item) };
        Put(question, "text", FhirTexts.Read(item, "text", language));
        Put(question, "why", Words(FhirNames.Help));
        Put(question, "required", item["required"]?.GetValue<bool>() == true ? true : null);
        Put(question, "theme", rest["theme"]?.DeepClone());
        Put(question, "age", rest["age"]?.DeepClone());
        Put(question, "longest", item["maxLength"]?.DeepClone());
        if (Value(item, FhirNames.LeastValue) is { } least && Value(item, FhirNames.GreatestValue) is { } most)
        {
            var scale = new JsonObject { ["min"] = least.DeepClone(), ["max"] = most.DeepClone() };
            Put(scale, "minLabel", Words(FhirNames.Lower));
            Put(scale, "maxLabel", Words(FhirNames.Upper));
            question["scale"] = scale;
        }

        if (item["answerOption"] is not null)
        {
            question["choices"] = new JsonArray([.. Objects(item["answerOption"]).Select(option => Choice(option, language))]);
        }

        Put(question, "shownWhen", Condition([.. Objects(item["enableWhen"])]));
        return question;

        JsonObject? Words(string control) => beside[control].FirstOrDefault() is { } told ? FhirTexts.Read(told, "text", language) : null;
    }

    private static JsonNode Choice(JsonObject option, string language)
    {
        var coding = option["valueCoding"] as JsonObject ?? [];
        var choice = new JsonObject { ["id"] = coding["code"]?.DeepClone() };
        Put(choice, "text", FhirTexts.Read(coding, "display", language));
        foreach (var (name, value) in Members(option, FhirNames.Choice))
        {
            choice[name] = value?.DeepClone();
        }

        return choice;
    }

    private static JsonObject? Condition(IReadOnlyList<JsonObject> told)
    {
        if (told.Count == 0)
        {
            return null;
        }

        var condition = new JsonObject { ["question"] = told[0]["question"]?.DeepClone() };
        var chosen = told.Select(one => one["answerCoding"]?["code"]?.DeepClone()).OfType<JsonNode>().ToArray();
        Put(condition, "anyOf", chosen.Length > 0 ? new JsonArray(chosen) : null);
        Put(condition, "atLeast", told.FirstOrDefault(one => $"{one["operator"]}" == ">=")?["answerDecimal"]?.DeepClone());
        Put(condition, "atMost", told.FirstOrDefault(one => $"{one["operator"]}" == "<=")?["answerDecimal"]?.DeepClone());
        return condition;
    }

    private static string KindOf(JsonObject item) => $"{item["type"]}" switch
    {
        "integer" or "decimal" => ControlOf(item) == FhirNames.Slider ? "SCALE" : "NUMBER",
        "choice" => item["repeats"]?.GetValue<bool>() == true ? "CHOICES" : "CHOICE",
        "date" => "DATE",
        "text" or "string" => "TEXT",
        var other => other.ToUpperInvariant(),
    };

    private static string ControlOf(JsonObject item) =>
        $"{ExtensionOf(item, FhirNames.ItemControl)?["valueCodeableConcept"]?["coding"]?[0]?["code"]}";

    private static JsonNode? Value(JsonObject item, string url) => ExtensionOf(item, url)?["valueInteger"];

    private static JsonObject Members(JsonObject of, string url) =>
        ExtensionOf(of, url)?["valueString"]?.GetValue<string>() is { } members ? JsonNode.Parse(members) as JsonObject ?? [] : [];

    private static JsonObject? ExtensionOf(JsonObject of, string url) => Objects(of["extension"]).FirstOrDefault(extension => $"{extension["url"]}" == url);

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string KeyOf(JsonObject questionnaire) => $"{questionnaire["name"] ?? questionnaire["id"]}".ToLowerInvariant();

    private static void Put(JsonObject into, string name, JsonNode? value)
    {
        if (value is not null)
        {
            into[name] = value;
        }
    }
}
