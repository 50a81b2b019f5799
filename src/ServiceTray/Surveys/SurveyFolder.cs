namespace ServiceTray.Surveys;

/// <summary>The definitions of <c>seed-data/surveys</c>.</summary>
internal static class SurveyFolder
{
    /// <summary>The file beside the definitions that is none: the phrases that call for help.</summary>
    public const string PhraseFile = "safety-phrases.json";

    /// <exception cref="InvalidDataException">The folder, the tray's own survey, or something in a definition is not as it must be; all of it is told.</exception>
    public static SurveyShelf Read(string folder)
    {
        var surveys = new List<Survey>();
        var problems = new List<string>();
        foreach (var file in Files(folder))
        {
            var (survey, wrong) = DefinitionReader.Read(File.ReadAllBytes(file));
            problems.AddRange(wrong.Select(problem => $"{Path.GetFileName(file)}, {problem.Path}: {problem.Message}"));
            if (survey is not null)
            {
                surveys.Add(survey);
            }
        }

        problems.AddRange(surveys.GroupBy(survey => (survey.Key, survey.Version)).Where(same => same.Count() > 1).Select(same => $"{same.Key.Key} {same.Key.Version} is defined twice."));
        if (problems.Count == 0 && surveys.All(survey => survey.Key != SurveyShelf.OwnKey))
        {
            problems.Add($"The tray's own survey, {SurveyShelf.OwnKey}, is not among them.");
        }

        return problems.Count == 0 ? new SurveyShelf(surveys) : throw new InvalidDataException($"{folder}: {string.Join(" ", problems)}");
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != PhraseFile).Order(StringComparer.Ordinal)
        : [];
}
