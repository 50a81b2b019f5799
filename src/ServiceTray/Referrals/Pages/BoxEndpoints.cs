using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>The boxes as a page, and a desk's word on whether it takes on.</summary>
internal static class BoxEndpoints
{
    public static void MapBoxes(this IEndpointRouteBuilder app)
    {
        app.MapGet(ReferralPaths.Boxes, ShowAsync).ExcludeFromDescription();
        app.MapPost(ReferralPaths.Boxes, TellAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, IAntiforgery tokens, ReferralFinder finder, DeskTeller desks, ProgrammeShelf shelf, CurrentCaller current, RequestLanguage language)
    {
        var caller = current.Caller;
        caller.Must(caller.Is(Role.Professional) || caller.Is(Role.Coordinator) || caller.Is(Role.LinkPerson));
        var organisations = caller.OrganisationsAs(Role.Coordinator);
        var full = await desks.FullAsync(organisations, context.RequestAborted);
        var receives = caller.Is(Role.Coordinator) || caller.Is(Role.LinkPerson);
        var ended = context.Request.Query.ContainsKey(ReferralPaths.EndedField);
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<BoxesPage, BoxesShown>(new(
            receives ? await finder.ListAsync(new ReferralListing(ReferralBox.Received, Ended: ended, First: 100), caller, context.RequestAborted) : null,
            caller.Is(Role.Professional) ? await finder.ListAsync(new ReferralListing(ReferralBox.Sent, Ended: ended, First: 100), caller, context.RequestAborted) : null,
            caller.Is(Role.Professional),
            ended,
            [.. shelf.DesksOf(organisations).Select(party => new DeskOwn(party.Organisation, party.Name.Pick(language.Language).Value, !full.Contains(party.Organisation)))],
            tokens.GetAndStoreTokens(context)));
    }

    private static async Task<IResult> TellAsync(HttpContext context, IAntiforgery tokens, DeskTeller desks, CurrentCaller current, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        if (!await tokens.IsRequestValidAsync(context) || !Guid.TryParse(fields["desk"], out var desk))
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        current.Caller.Must(current.Caller.IsAt(desk, Role.Coordinator));
        await desks.TellAsync(desk, fields["takesOn"] == "yes", context.RequestAborted);
        return Results.Redirect(language.Link(ReferralPaths.Boxes));
    }
}

/// <summary>What the page of boxes shows; a box is null when it cannot be hers.</summary>
internal sealed record BoxesShown(ReferralList? Received, ReferralList? Sent, bool MaySend, bool WithEnded, IReadOnlyList<DeskOwn> Desks, AntiforgeryTokenSet Token);

/// <summary>A desk of the one signed in.</summary>
internal sealed record DeskOwn(Guid Organisation, string Name, bool TakesOn);
