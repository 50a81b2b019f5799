namespace ServiceTray.Surveys;

/// <summary>The definitions of <c>seed-data/surveys</c>.</summary>
internal static class SurveyFolder
{
    /// <summary>The file beside the definitions that is none: the phrases that call for help.</summary>
    public const string PhraseFile = "safety-phrases.json";

    /// <summary>The file beside them that says how a definition is written.</summary>
    public const string SchemaFile = "definition.schema.json";

    /// <summary>Where owners' words lie in the data folder.</summary>
    public static string OwnersFolder(string dataFolder) => Path.Combine(dataFolder, "surveys");

    /// <summary>The definitions, with the words that owners brought in.</summary>
    /// <exception cref="InvalidDataException">Something in them is not as it must be; all of it is told.</exception>
    public static SurveyShelf Read(string folder, string ownersFolder)
    {
        var surveys = Read(folder).All.ToList();
        foreach (var file in Files(ownersFolder))
        {
            var (texts, wrong) = OwnerTextsReader.Read(File.ReadAllBytes(file), surveys);
            if (texts is null)
            {
                throw new InvalidDataException($"{file}: {string.Join(" ", wrong.Select(problem => $"{problem.Path}: {problem.Message}"))}");
            }

            var at = surveys.FindIndex(survey => survey.Key == texts.Survey && survey.Version == texts.Version);
            surveys[at] = texts.Into(surveys[at]);
        }

        return new SurveyShelf(surveys);
    }

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
        ? Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) is not (PhraseFile or SchemaFile)).Order(StringComparer.Ordinal)
        : [];
}
