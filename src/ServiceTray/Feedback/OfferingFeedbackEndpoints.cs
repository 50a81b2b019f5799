using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Web;

namespace ServiceTray.Feedback;

/// <summary>The form by which a resident says how useful an offering was, or what is told wrongly.</summary>
internal static class OfferingFeedbackEndpoints
{
    public const string Path = "/palaute";

    public static void MapOfferingFeedback(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Path}/{{id}}", ShowAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}", TakeAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, OfferingReader reader) =>
        await FindAsync(id, reader, context.RequestAborted) is { } about
            ? Page(context, about, OfferingFeedbackForm.Empty, [], StatusCodes.Status200OK)
            : ErrorEndpoints.Of(StatusCodes.Status404NotFound);

    private static async Task<IResult> TakeAsync(string id, HttpContext context, IAntiforgery tokens, OfferingReader reader, FeedbackBox box, RequestLanguage language)
    {
        var form = OfferingFeedbackForm.Read(await PageForm.ReadAsync(context.Request, context.RequestAborted));
        if (await FindAsync(id, reader, context.RequestAborted) is not { } about)
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        if (!await tokens.IsRequestValidAsync(context))
        {
            return Page(context, about, form, [new("message", "Problem.Stale", 0)], StatusCodes.Status400BadRequest);
        }

        if (form.Problems is { Count: > 0 } problems)
        {
            return Page(context, about, form, problems, StatusCodes.Status422UnprocessableEntity);
        }

        return await box.TakeAsync(form, about, language.Language, context.Connection.RemoteIpAddress, context.RequestAborted)
            ? Results.Redirect(language.Link($"{FeedbackEndpoints.Path}/kiitos"))
            : ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<PlacedOffering?> FindAsync(string id, OfferingReader reader, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "D", out var key) ? await reader.ReadAsync(key, cancellationToken) : null;

    private static IResult Page(HttpContext context, PlacedOffering about, OfferingFeedbackForm form, IReadOnlyList<FeedbackProblem> problems, int status) =>
        FormPage.Of<OfferingFeedbackPage, OfferingFeedbackShown>(context, token => new(about, form, problems, token), status);
}

/// <summary>The form as the page shows it, with what it is about and what is wrong.</summary>
internal sealed record OfferingFeedbackShown(PlacedOffering About, OfferingFeedbackForm Form, IReadOnlyList<FeedbackProblem> Problems, AntiforgeryTokenSet Token);
