using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Surveys.Groups;

namespace ServiceTray.Surveys;

/// <summary>Surveys, as asked over GraphQL.</summary>
internal static class SurveyQueries
{
    public static IReadOnlyList<Survey> Surveys(SurveyShelf shelf) => shelf.Newest;

    public static Survey? Survey(string id, string? version, SurveyShelf shelf) => shelf.FindShown(id, version);

    public static Task<SurveyResult?> SurveyResultAsync(string code, KeepingDesk desk, RequestLanguage request, HttpContext http, CancellationToken cancellationToken)
    {
        CodeByGetException.ThrowIf(http.Request);
        return desk.ReadAsync(code, request.Language, http.Connection.RemoteIpAddress, cancellationToken);
    }

    public static async Task<IReadOnlyList<GroupResult>> GroupResultsAsync(string survey, string county, GroupKeeper groups, CancellationToken cancellationToken) =>
        Guid.TryParse(survey, out var id) ? await groups.ReadAsync([id], county, cancellationToken) : [];
}
