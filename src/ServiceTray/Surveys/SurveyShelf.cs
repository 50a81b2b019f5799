namespace ServiceTray.Surveys;

/// <summary>The surveys there are, with their versions side by side; unchanging.</summary>
internal sealed class SurveyShelf
{
    /// <summary>The key of the tray's own survey.</summary>
    public const string OwnKey = "wellbeing";

    public SurveyShelf(IEnumerable<Survey> surveys) =>
        All = [.. surveys.OrderBy(survey => survey.Key != OwnKey).ThenBy(survey => survey.Key, StringComparer.Ordinal).ThenByDescending(survey => survey.Version.Major).ThenByDescending(survey => survey.Version.Minor)];

    /// <summary>All versions of all, the tray's own survey first, and those whose owner's words are not here too.</summary>
    public IReadOnlyList<Survey> All { get; }

    /// <summary>The newest version of each that can be shown, by key.</summary>
    public IReadOnlyList<Survey> Newest => [.. All.Where(survey => survey.HasTexts).DistinctBy(survey => survey.Id)];

    /// <summary>The tray's own eight-theme survey.</summary>
    public Survey Own => All.First(survey => survey.Key == OwnKey);

    /// <summary>One that can be shown, by key, its newest version when none is asked; null: there is none.</summary>
    public Survey? OfKey(string key, string? version = null) =>
        All.FirstOrDefault(survey => survey.Key == key && survey.HasTexts && (version is null || survey.Version.ToString() == version));

    /// <summary>A survey by id, its newest version when none is asked; null: there is none.</summary>
    public Survey? Find(string id, string? version = null) =>
        Guid.TryParse(id, out var key) ? All.FirstOrDefault(survey => survey.Id == key && (version is null || survey.Version.ToString() == version)) : null;

    /// <summary>As <see cref="Find"/>, when it can be shown.</summary>
    public Survey? FindShown(string id, string? version = null) => Find(id, version) is { HasTexts: true } survey ? survey : null;

    /// <summary>The survey that is meant most likely: the one asked, else the newest of that id, else the tray's own.</summary>
    public Survey Nearest(string id, string? version) => Find(id, version) ?? Find(id) ?? Own;
}
