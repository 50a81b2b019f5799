using System.Text.Json;
using ServiceTray.Organisations;

namespace ServiceTray.Surveys;

/// <summary>Reads a definition and tells all that is wrong with it at once.</summary>
internal static class DefinitionReader
{
    /// <summary>The survey, or null with at least one problem.</summary>
    public static (Survey? Survey, IReadOnlyList<DefinitionProblem> Problems) Read(ReadOnlyMemory<byte> json)
    {
        var problems = new List<DefinitionProblem>();
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, [new DefinitionProblem("", "A definition is an object.")]);
            }

            var survey = Read(new DefinitionPart(document.RootElement, "", problems));
            DefinitionCheck.Check(survey, problems);
            return problems.Count == 0 ? (survey, []) : (null, problems);
        }
        catch (JsonException refused)
        {
            return (null, [new DefinitionProblem("", $"This is no JSON: line {refused.LineNumber + 1}.")]);
        }
    }

    private static Survey Read(DefinitionPart part)
    {
        var key = part.Id("key");
        if (!SurveyVersion.TryRead(part.Words("version"), out var version))
        {
            part.Refuse("version", "A version is two numbers, as 1.0.");
        }

        var languages = part.Strings("languages");
        var ofOwner = part.Flag("textsOfOwner");
        var survey = new Survey
        {
            Id = Source.IdOf("seed", key),
            Key = key,
            Version = version,
            Languages = languages,
            Title = part.Texts("title", languages, needed: true),
            Introduction = part.Texts("introduction", languages, needed: false),
            Owner = part.Words("owner"),
            Licence = part.Words("licence"),
            Attribution = part.WordsOrNull("attribution"),
            Use = part.Word<SurveyUse>("use"),
            Purpose = part.Word<SurveyPurpose>("purpose"),
            TextsAreOwners = ofOwner,
            NoTotal = part.Flag("noTotal"),
            Questions = [.. part.Parts("questions").Select(question => QuestionReader.Read(question, languages, ofOwner))],
            Scores = [.. part.Parts("scores").Select(score => ReadScore(score, languages))],
        };
        part.TellUnknown();
        return survey;
    }

    private static Score ReadScore(DefinitionPart part, IReadOnlyList<string> languages)
    {
        var items = part.Parts("items").Select(ReadItem).ToList();
        var score = new Score
        {
            Id = part.Id("id"),
            Name = part.Texts("name", languages, needed: true),
            Rule = part.Word<ScoreRule>("rule"),
            Items = items,
            Fewest = part.WholeOrNull("fewest") ?? items.Count,
            Table = [.. part.Parts("table").Select(ReadStep)],
            Bands = [.. part.Parts("bands").Select(band => ReadBand(band, languages))],
        };
        part.TellUnknown();
        return score;
    }

    private static ScoreItem ReadItem(DefinitionPart part)
    {
        var item = new ScoreItem(part.Id("question"), part.Flag("reversed"));
        part.TellUnknown();
        return item;
    }

    private static ScoreStep ReadStep(DefinitionPart part)
    {
        var step = new ScoreStep(part.NumberOrNull("sum") ?? part.Whole("sum"), part.NumberOrNull("value") ?? part.Whole("value"));
        part.TellUnknown();
        return step;
    }

    private static ScoreBand ReadBand(DefinitionPart part, IReadOnlyList<string> languages)
    {
        var band = new ScoreBand(part.NumberOrNull("from") ?? part.Whole("from"), part.Texts("name", languages, needed: true));
        part.TellUnknown();
        return band;
    }
}
