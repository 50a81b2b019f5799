using ServiceTray.Places;
using ServiceTray.Web;

namespace ServiceTray.Surveys.Groups;

/// <summary>The page of a county's figures: it names a county in its address, and nobody.</summary>
internal static class GroupEndpoints
{
    public const string Address = "/kartoitus/luvut";
    public const string CountyParameter = "alue";

    public static void MapGroupPage(this IEndpointRouteBuilder app) => app.MapGet(Address, AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext http, SurveyShelf shelf, GroupKeeper groups, Regions regions)
    {
        var county = regions[http.Request.Query[CountyParameter]] is { Kind: RegionKind.County } asked ? asked : null;
        return PageAnswer.Of<GroupPage, GroupShown>(
            new(county, county is null ? [] : await groups.ReadAsync([.. shelf.Newest.Select(survey => survey.Id)], county.Code, http.RequestAborted)));
    }
}

/// <summary>A county's figures; null: none was chosen yet.</summary>
internal sealed record GroupShown(Region? County, IReadOnlyList<GroupResult> Results);
