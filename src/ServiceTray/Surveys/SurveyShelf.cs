namespace ServiceTray.Surveys;

/// <summary>The surveys there are, with their versions side by side; unchanging.</summary>
internal sealed class SurveyShelf
{
    /// <summary>The key of the tray's own survey.</summary>
    public const string OwnKey = "wellbeing";

    private readonly IReadOnlyList<Survey> all;

    public SurveyShelf(IEnumerable<Survey> surveys) =>
        all = [.. surveys.OrderBy(survey => survey.Key, StringComparer.Ordinal).ThenByDescending(survey => survey.Version.Major).ThenByDescending(survey => survey.Version.Minor)];

    /// <summary>The newest version of each, by key.</summary>
    public IReadOnlyList<Survey> Newest => [.. all.DistinctBy(survey => survey.Id)];

    /// <summary>The tray's own eight-theme survey.</summary>
    public Survey Own => all.First(survey => survey.Key == OwnKey);

    /// <summary>A survey by id, its newest version when none is asked; null: there is none.</summary>
    public Survey? Find(string id, string? version = null) =>
        Guid.TryParse(id, out var key) ? all.FirstOrDefault(survey => survey.Id == key && (version is null || survey.Version.ToString() == version)) : null;

    /// <summary>The survey that is meant most likely: the one asked, else the newest of that id, else the tray's own.</summary>
    public Survey Nearest(string id, string? version) => Find(id, version) ?? Find(id) ?? Own;
}
