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
        var shown = new List<WaitingText>();
        foreach (var draft in await services.GetRequiredService<ReviewDesk>().ListAsync(caller, context.RequestAborted))
        {
            shown.Add(new WaitingText(draft.Id, draft.Content.Name, $"{draft.Version}", (await organisations.ReadAsync(draft.OrganisationId, context.RequestAborted))!, IsConnected: false));
        }

        foreach (var held in await services.GetRequiredService<HeldDesk>().ListAsync(caller, context.RequestAborted))
        {
            shown.Add(new WaitingText(held.Id, held.Record.Told().Name, held.Print, (await organisations.ReadAsync(held.OrganisationId, context.RequestAborted))!, IsConnected: true));
        }

        var status = problem switch { null => StatusCodes.Status200OK, { Problem: null } => StatusCodes.Status409Conflict, _ => StatusCodes.Status422UnprocessableEntity };
        return FormPage.Of<ReviewsPage, ReviewsShown>(context, token => new(shown, problem, token), status);
    }

    private static async Task<IResult> PreviewAsync(string id, HttpContext context, CurrentCaller current, ReviewDesk desk, HeldDesk held, OrganisationReader organisations, OfferingComposer composer, TimeProvider clock)
    {
        var (key, now) = (Guid.TryParseExact(id, "D", out var read) ? read : throw new DraftUnknownException(), clock.GetUtcNow());
        context.Response.Headers.CacheControl = "no-store";
        if (await desk.FindAsync(current.Caller, key, context.RequestAborted) is { } draft)
        {
            var organisation = (await organisations.ReadAsync(draft.OrganisationId, context.RequestAborted))!;
            var shown = new OfferingShown(composer.Compose(draft.Id, draft.Content, organisation, now), now, HelsinkiTime.Day(now));
            return PageAnswer.Of<OfferingView, OfferingShown>(shown with { Picture = PublishingEndpoints.PictureOf(draft) });
        }

        var waiting = await held.FindAsync(current.Caller, key, context.RequestAborted) ?? throw new DraftUnknownException();
        var whose = (await organisations.ReadAsync(waiting.OrganisationId, context.RequestAborted))!;
        return PageAnswer.Of<OfferingView, OfferingShown>(new OfferingShown(new PlacedOffering(waiting.Record.Told(), whose, waiting.Record.Places), now, HelsinkiTime.Day(now)) { Picture = null });
    }

    private static async Task<IResult> DecideAsync(string id, HttpContext context, CurrentCaller current, PublishingDesk publishing, ReviewDesk desk, HeldDesk held, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        var key = Guid.TryParseExact(id, "D", out var read) ? read : throw new DraftUnknownException();
        var words = fields["decision"] == "publish" ? null : fields["words"].ToString();
        try
        {
            if (await desk.FindAsync(current.Caller, key, context.RequestAborted) is null)
            {
                await held.DecideAsync(current.Caller, key, fields["version"].ToString(), words, context.RequestAborted);
            }
            else if (words is null)
            {
                await publishing.PublishAsync(current.Caller, key, PublishingEndpoints.VersionIn(fields), context.RequestAborted);
            }
            else
            {
                await desk.ReturnAsync(current.Caller, key, PublishingEndpoints.VersionIn(fields), words, context.RequestAborted);
            }

            return Results.Redirect(language.Link(Path));
        }
        catch (DraftRefusedException refused)
        {
            return await ListAsync(context, new ReviewProblem(key, refused.Problems[0], words ?? ""));
        }
        catch (DraftMovedException)
        {
            return await ListAsync(context, new ReviewProblem(key, null, words ?? ""));
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

/// <summary>What waits, in the version that is shown, with whose it is.</summary>
internal sealed record WaitingText(Guid Id, LocalizedText Name, string Version, Organisation Organisation, bool IsConnected);

/// <summary>Why a decision was not taken, with the words that were typed; no problem: it has changed since she looked.</summary>
internal sealed record ReviewProblem(Guid Id, DraftProblem? Problem, string Words);

/// <summary>The list as it is shown.</summary>
internal sealed record ReviewsShown(IReadOnlyList<WaitingText> Waiting, ReviewProblem? Problem, AntiforgeryTokenSet Token);

/// <summary>The counties as they are shown.</summary>
internal sealed record CountyChoicesShown(IReadOnlyList<ChosenCounty> Counties, AntiforgeryTokenSet Token);
