using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Web;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>The page where an administrator says whether two offerings are one.</summary>
internal static class DuplicatePageEndpoints
{
    public const string Path = "/oma/samat";

    private const int Shown = 20;

    public static void MapDuplicatePages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, DuplicateDesk desk, Regions regions, RequestLanguage request) => ShowAsync(context, desk, regions, request, overtaken: false)).ExcludeFromDescription();
        app.MapPost(Path, AnswerAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DuplicateDesk desk, Regions regions, RequestLanguage request, bool overtaken)
    {
        var asking = await ReadAsync(PairState.Asking);
        var joined = await ReadAsync(PairState.Joined);
        return FormPage.Of<DuplicatesPage, DuplicatesShown>(
            context, token => new(asking, joined, overtaken, token), overtaken ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

        async Task<IReadOnlyList<DuplicateAnswer>> ReadAsync(PairState state) =>
            [.. (await desk.ListAsync(state, Shown, context.RequestAborted)).Select(pair => DuplicateAnswer.Of(pair, regions, request.Language))];
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, DuplicateDesk desk, Regions regions, RequestLanguage request)
    {
        var fields = await FormPage.ReadAsync(context);
        if (!Guid.TryParseExact(fields["pair"], "D", out var pair))
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        try
        {
            return await desk.AnswerAsync(pair, Guid.TryParseExact(fields["keep"], "D", out var keep) ? keep : null, context.RequestAborted) is null
                ? ErrorEndpoints.Of(StatusCodes.Status404NotFound)
                : Results.Redirect(request.Link(Path));
        }
        catch (PairOvertakenException)
        {
            return await ShowAsync(context, desk, regions, request, overtaken: true);
        }
    }
}

/// <summary>Pairs that ask, pairs that were joined, and whether the last answer came too late.</summary>
internal sealed record DuplicatesShown(IReadOnlyList<DuplicateAnswer> Asking, IReadOnlyList<DuplicateAnswer> Joined, bool Overtaken, AntiforgeryTokenSet Token);
