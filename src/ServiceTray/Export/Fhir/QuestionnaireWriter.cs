using System.Text.Json.Nodes;
using ServiceTray.Languages;
using ServiceTray.Surveys;

namespace ServiceTray.Export.Fhir;

/// <summary>Writes a survey as a FHIR R4 Questionnaire. What FHIR has no element for stands in extensions, so that nothing is lost.</summary>
internal static class QuestionnaireWriter
{
    public static JsonObject Write(Survey survey)
    {
        var language = survey.Languages[0];
        var written = new JsonObject
        {
            ["resourceType"] = "Questionnaire",
            ["id"] = $"{survey.Id}",
            ["language"] = language,
            ["extension"] = new JsonArray(Extension(FhirNames.Survey, Rest(survey))),
            ["url"] = FhirNames.UrlOf(survey.Id),
            ["version"] = $"{survey.Version}",
            ["name"] = NameOf(survey.Key),
        };
        FhirTexts.Put(written, "title", survey.Title, language);
        written["status"] = "active";
        written["subjectType"] = new JsonArray("Patient");
        written["publisher"] = survey.Owner;
        FhirTexts.Put(written, "description", survey.Introduction, language);
        written["copyright"] = string.Join(". ", new[] { survey.Licence, survey.Attribution }.OfType<string>());
        written["item"] = new JsonArray([.. survey.Questions.Select(question => Item(question, survey))]);
        return written;
    }

    private static JsonObject Item(Question question, Survey survey)
    {
        var language = survey.Languages[0];
        var item = new JsonObject();
        if (Extensions(question) is { Count: > 0 } extensions)
        {
            item["extension"] = extensions;
        }

        item["linkId"] = question.Id;
        FhirTexts.Put(item, "text", question.Text, language);
        item["type"] = question.Kind switch
        {
            QuestionKind.Scale or QuestionKind.Number => "integer",
            QuestionKind.Choice or QuestionKind.Choices => "choice",
            QuestionKind.Date => "date",
            _ => "text",
        };
        if (question.ShownWhen is { } condition)
        {
            var conditions = Conditions(condition).ToArray<JsonNode>();
            item["enableWhen"] = new JsonArray(conditions);
            if (conditions.Length > 1)
            {
                item["enableBehavior"] = condition.AnyOf.Count > 0 ? "any" : "all";
            }
        }

        if (question.Required)
        {
            item["required"] = true;
        }

        if (question.Kind == QuestionKind.Choices)
        {
            item["repeats"] = true;
        }

        if (question.Kind == QuestionKind.Text)
        {
            item["maxLength"] = question.Longest;
        }

        if (question.Choices.Count > 0)
        {
            item["answerOption"] = new JsonArray([.. question.Choices.Select(choice => Option(choice, language))]);
        }

        var told = new[] { Told(question, FhirNames.Help, question.Why, language), Told(question, FhirNames.Lower, question.Scale?.MinLabel, language), Told(question, FhirNames.Upper, question.Scale?.MaxLabel, language) };
        if (told.OfType<JsonNode>().ToArray() is { Length: > 0 } beside)
        {
            item["item"] = new JsonArray(beside);
        }

        return item;
    }

    private static JsonArray Extensions(Question question)
    {
        var extensions = new JsonArray();
        if (question.Kind == QuestionKind.Scale)
        {
            extensions.Add(Control(FhirNames.Slider));
        }

        if (question.Scale is { } scale)
        {
            extensions.Add(new JsonObject { ["url"] = FhirNames.LeastValue, ["valueInteger"] = scale.Min });
            extensions.Add(new JsonObject { ["url"] = FhirNames.GreatestValue, ["valueInteger"] = scale.Max });
        }

        if (question.Theme is not null || question.IsAge)
        {
            extensions.Add(Extension(FhirNames.Question, Members(("theme", question.Theme is { } theme ? PublicWords.Of(theme) : null), ("age", question.IsAge ? true : null))));
        }

        return extensions;
    }

    // Words beside a question that are none of its answers are items to show: what R4 has for help and for the ends of a slider.
    private static JsonObject? Told(Question question, string control, LocalizedText? texts, string language)
    {
        if (texts is null or { IsEmpty: true })
        {
            return null;
        }

        var item = new JsonObject { ["extension"] = new JsonArray(Control(control)), ["linkId"] = $"{question.Id}.{control}" };
        FhirTexts.Put(item, "text", texts, language);
        item["type"] = "display";
        return item;
    }

    private static JsonObject Option(Choice choice, string language)
    {
        var coding = new JsonObject { ["system"] = FhirNames.Choices, ["code"] = choice.Id };
        FhirTexts.Put(coding, "display", choice.Text, language);
        var option = new JsonObject();
        var asks = Members(
            ("theme", choice.Theme is { } theme ? PublicWords.Of(theme) : null),
            ("accessibility", Words(choice.Accessibility.Select(PublicWords.Of))),
            ("language", choice.Language),
            ("modes", Words(choice.Modes.Select(PublicWords.Of))),
            ("free", choice.Free ? true : null));
        if (asks.Count > 0)
        {
            option["extension"] = new JsonArray(Extension(FhirNames.Choice, asks));
        }

        option["valueCoding"] = coding;
        return option;
    }

    private static IEnumerable<JsonObject> Conditions(ShownWhen condition) =>
    [
        .. condition.AnyOf.Select(choice => Condition(condition, "=", "answerCoding", new JsonObject { ["system"] = FhirNames.Choices, ["code"] = choice })),
        .. condition.AtLeast is { } least ? [Condition(condition, ">=", "answerDecimal", least)] : Array.Empty<JsonObject>(),
        .. condition.AtMost is { } most ? [Condition(condition, "<=", "answerDecimal", most)] : Array.Empty<JsonObject>(),
    ];

    private static JsonObject Condition(ShownWhen condition, string sign, string element, JsonNode answer) =>
        new() { ["question"] = condition.Question, ["operator"] = sign, [element] = answer };

    private static JsonObject Rest(Survey survey) => Members(
        ("key", survey.Key),
        ("languages", new JsonArray([.. survey.Languages.Select(language => (JsonNode)language)])),
        ("licence", survey.Licence),
        ("attribution", survey.Attribution),
        ("use", PublicWords.Of(survey.Use)),
        ("purpose", PublicWords.Of(survey.Purpose)),
        ("textsOfOwner", survey.TextsAreOwners ? true : null),
        ("noTotal", survey.NoTotal ? true : null),
        ("scores", survey.Scores.Count > 0 ? new JsonArray([.. survey.Scores.Select(ScoreMembers.Of)]) : null));

    private static JsonArray? Words(IEnumerable<string> words) => words.Select(word => (JsonNode)word).ToArray() is { Length: > 0 } told ? new JsonArray(told) : null;

    private static JsonObject Members(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));

    private static JsonObject Extension(string url, JsonObject members) => new() { ["url"] = url, ["valueString"] = members.ToJsonString() };

    private static JsonObject Control(string code) => new()
    {
        ["url"] = FhirNames.ItemControl,
        ["valueCodeableConcept"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = FhirNames.ItemControls, ["code"] = code }) },
    };

    // A name for programs begins with a capital and has letters, digits and underscores alone.
    private static string NameOf(string key) => string.Concat(key.Split('-').Select(part => part.Length == 0 ? "" : $"{char.ToUpperInvariant(part[0])}{part[1..]}"));
}
