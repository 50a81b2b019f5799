using System.Text.Json;

namespace ServiceTray.Surveys;

/// <summary>Reads an owner's words for a survey on the shelf, and tells all that is wrong with them at once.</summary>
internal static class OwnerTextsReader
{
    /// <summary>The words, or null with at least one problem.</summary>
    public static (OwnerTexts? Texts, IReadOnlyList<DefinitionProblem> Problems) Read(ReadOnlyMemory<byte> json, IReadOnlyList<Survey> surveys)
    {
        var problems = new List<DefinitionProblem>();
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, [new DefinitionProblem("", "The words of a survey are an object.")]);
            }

            var texts = Read(new DefinitionPart(document.RootElement, "", problems), surveys);
            return problems.Count == 0 ? (texts, []) : (null, problems);
        }
        catch (JsonException refused)
        {
            return (null, [new DefinitionProblem("", $"This is no JSON: line {refused.LineNumber + 1}.")]);
        }
    }

    private static OwnerTexts? Read(DefinitionPart part, IReadOnlyList<Survey> surveys)
    {
        var (key, told) = (part.Id("survey"), part.Words("version"));
        var survey = surveys.FirstOrDefault(survey => survey.Key == key && $"{survey.Version}" == told);
        if (survey is not { TextsAreOwners: true })
        {
            part.Refuse("survey", survey is null ? "No survey of this key and version is on the shelf." : "This survey has words of its own.");
        }

        var languages = part.Strings("languages");
        if (languages.Count == 0)
        {
            part.Refuse("languages", "The words are in some language.");
        }

        var texts = new Dictionary<string, QuestionTexts>();
        foreach (var question in part.Parts("questions"))
        {
            var id = question.Id("id");
            if (survey?.QuestionOrNull(id) is null || texts.ContainsKey(id))
            {
                question.Refuse("id", "Each question of the survey is there once.");
            }

            texts[id] = new QuestionTexts(
                question.Texts("text", languages, needed: true),
                question.Texts("why", languages, needed: true),
                question.Texts("minLabel", languages, needed: false),
                question.Texts("maxLabel", languages, needed: false));
            question.TellUnknown();
        }

        foreach (var missing in survey?.Questions.Where(question => !texts.ContainsKey(question.Id)) ?? [])
        {
            part.Refuse("questions", $"{missing.Id} is missing.");
        }

        var permission = part.Words("permission");
        part.TellUnknown();
        return survey is null ? null : new OwnerTexts(key, survey.Version, permission, texts);
    }
}
