using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Web;

namespace ServiceTray.Publishing.Reviews;

/// <summary>What waits for a second person, and what counties have chosen, as pages.</summary>
internal static class ReviewEndpoints
{
    public const string Path = "/oma/tarkistettavat";

    public const string ChoicesPath = "/oma/alueet";

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, CurrentCaller _) => ListAsync(context, null)).ExcludeFromDescription();
        app.MapGet($"{Path}/{{id}}", PreviewAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/{{id}}", DecideAsync).ExcludeFromDescription();
        app.MapGet(ChoicesPath, ChoicesAsync).ExcludeFromDescription();
        app.MapPost(ChoicesPath, ChooseAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ReviewProblem? problem)
    {
        var services = context.RequestServices;
        var (caller, organisations) = (services.GetRequiredService<CurrentCaller>().Caller, services.GetRequiredService<OrganisationReader>());
        var shown = new List<WaitingDraft>();
        foreach (var draft in await services.GetRequiredService<ReviewDesk>().ListAsync(caller, context.RequestAborted))
        {
            shown.Add(new WaitingDraft(draft, (await organisations.ReadAsync(draft.OrganisationId, context.RequestAborted))!));
        }

        return FormPage.Of<ReviewsPage, ReviewsShown>(context, token => new(shown, problem, token), problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> PreviewAsync(string id, HttpContext context, CurrentCaller current, ReviewDesk desk, OrganisationReader organisations, OfferingComposer composer, TimeProvider clock)
    {
        if (!Guid.TryParseExact(id, "D", out var key) || await desk.FindAsync(current.Caller, key, context.RequestAborted) is not { } draft)
        {
            throw new DraftUnknownException();
        }

        var now = clock.GetUtcNow();
        var organisation = (await organisations.ReadAsync(draft.OrganisationId, context.RequestAborted))!;
        context.Response.Headers.CacheControl = "no-store";
        var shown = new OfferingShown(composer.Compose(draft.Id, draft.Content, organisation, now), now, HelsinkiTime.Day(now));
        return PageAnswer.Of<OfferingView, OfferingShown>(shown with { Picture = PublishingEndpoints.PictureOf(draft) });
    }

    private static async Task<IResult> DecideAsync(string id, HttpContext context, CurrentCaller current, PublishingDesk publishing, ReviewDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (!Guid.TryParseExact(id, "D", out var key) || await desk.FindAsync(current.Caller, key, context.RequestAborted) is null)
        {
            throw new DraftUnknownException();
        }

        try
        {
            _ = fields["decision"] == "publish"
                ? await publishing.PublishAsync(current.Caller, key, context.RequestAborted)
                : await desk.ReturnAsync(current.Caller, key, fields["words"].ToString(), context.RequestAborted);
            return Results.Redirect(language.Link(Path));
        }
        catch (DraftRefusedException refused)
        {
            return await ListAsync(context, new ReviewProblem(key, refused.Problems[0], fields["words"].ToString()));
        }
    }

    private static async Task<IResult> ChoicesAsync(HttpContext context, CurrentCaller current, CountyChooser chooser)
    {
        var counties = await chooser.ListAsync(current.Caller, context.RequestAborted);
        return FormPage.Of<CountyChoicesPage, CountyChoicesShown>(context, token => new(counties, token));
    }

    private static async Task<IResult> ChooseAsync(HttpContext context, CurrentCaller current, CountyChooser chooser, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        await chooser.ChooseAsync(current.Caller, fields["county"].ToString(), fields["secondPerson"] == "yes", context.RequestAborted);
        return Results.Redirect(language.Link(ChoicesPath));
    }
}

/// <summary>A draft that waits, with whose it is.</summary>
internal sealed record WaitingDraft(Draft Draft, Organisation Organisation);

/// <summary>Why a decision was not taken, with the words that were typed.</summary>
internal sealed record ReviewProblem(Guid Draft, DraftProblem Problem, string Words);

/// <summary>The list as it is shown.</summary>
internal sealed record ReviewsShown(IReadOnlyList<WaitingDraft> Drafts, ReviewProblem? Problem, AntiforgeryTokenSet Token);

/// <summary>The counties as they are shown.</summary>
internal sealed record CountyChoicesShown(IReadOnlyList<ChosenCounty> Counties, AntiforgeryTokenSet Token);
