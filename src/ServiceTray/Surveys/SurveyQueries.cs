namespace ServiceTray.Surveys;

/// <summary>Surveys, as asked over GraphQL.</summary>
internal static class SurveyQueries
{
    public static IReadOnlyList<Survey> Surveys(SurveyShelf shelf) => shelf.Newest;

    public static Survey? Survey(string id, string? version, SurveyShelf shelf) => shelf.Find(id, version);
}
