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
        var query = context.Request.Query;
        var isUnit = caller.Is(Role.Professional) && query.ContainsKey(ReferralPaths.UnitField);
        var ended = query.ContainsKey(ReferralPaths.EndedField);
        var (received, sent) = ($"{query[ReferralPaths.ReceivedAfterField]}", $"{query[ReferralPaths.SentAfterField]}");
        context.Response.Headers.CacheControl = "no-store";

        // What goes on from a page stands alone.
        var showsReceived = (caller.Is(Role.Coordinator) || caller.Is(Role.LinkPerson)) && !isUnit && sent.Length == 0;
        var showsSent = caller.Is(Role.Professional) && (isUnit || received.Length == 0);
        var organisations = isUnit || received.Length + sent.Length > 0 ? [] : caller.OrganisationsAs(Role.Coordinator);
        var full = await desks.FullAsync(organisations, context.RequestAborted);
        var sentBox = showsSent ? await finder.ListAsync(new ReferralListing(isUnit ? ReferralBox.Unit : ReferralBox.Sent, Ended: ended, After: sent), caller, context.RequestAborted) : null;
        return PageAnswer.Of<BoxesPage, BoxesShown>(new(
            showsReceived ? await finder.ListAsync(new ReferralListing(ReferralBox.Received, Ended: ended, After: received), caller, context.RequestAborted) : null,
            sentBox,
            caller.Is(Role.Professional),
            ended,
            isUnit,
            received.Length + sent.Length == 0,
            query.ContainsKey(ReferralPaths.MovedField),
            isUnit ? await finder.NamesOfSendersAsync(sentBox!, context.RequestAborted) : new Dictionary<Guid, string>(),
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

/// <summary>What the page of boxes shows; a box is null when it cannot be hers, or another goes on from a page.</summary>
internal sealed record BoxesShown(
    ReferralList? Received, ReferralList? Sent, bool MaySend, bool WithEnded, bool IsUnit, bool IsBeginning, bool WasMoved, IReadOnlyDictionary<Guid, string> Senders, IReadOnlyList<DeskOwn> Desks, AntiforgeryTokenSet Token);

/// <summary>A desk of the one signed in.</summary>
internal sealed record DeskOwn(Guid Organisation, string Name, bool TakesOn);
