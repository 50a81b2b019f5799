using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Refusals;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>One referral as a page, and its moves as posts.</summary>
internal static class ReferralEndpoints
{
    private const string Path = $"{ReferralPaths.Boxes}/{{id}}";

    public static void MapReferral(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (string id, HttpContext context, IAntiforgery tokens, ReferralFinder finder, LinkPersonKeeper persons, CurrentCaller current) =>
            PageAsync(id, context, tokens, finder, persons, current.Caller, [], StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(Path, MoveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> MoveAsync(
        string id, HttpContext context, IAntiforgery tokens, ReferralFinder finder, ReferralMover mover, LinkPersonKeeper persons, CurrentCaller current, RequestLanguage language)
    {
        current.Caller.SignedIn();
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        if (!await tokens.IsRequestValidAsync(context))
        {
            return await PageAsync(id, context, tokens, finder, persons, current.Caller, [new("Problem.Stale", null, null, [])], StatusCodes.Status400BadRequest);
        }

        try
        {
            var key = Guid.TryParse(id, out var told) ? told : throw new ReferralUnknownException();
            if (MoveForm.SwitchIn(fields) is { } off)
            {
                await mover.SwitchOffAsync(new MoveForm(fields).Order(key), current.Caller, off, $"{fields["why"]}", context.RequestAborted);
                return Results.Redirect(language.Link($"{ReferralPaths.Boxes}/{key}"));
            }

            var move = new MoveForm(fields).Read();
            if (move.IsSending)
            {
                var sent = await move.SendAsync(key, mover, current.Caller, context.RequestAborted);
                context.Response.Headers.CacheControl = "no-store";
                return PageAnswer.Of<SentPage, SentReferral>(sent);
            }

            await move.MakeAsync(key, mover, current.Caller, context.RequestAborted);
            return Results.Redirect(language.Link(move.Move == ReferralMove.Discard ? ReferralPaths.Boxes : $"{ReferralPaths.Boxes}/{key}"));
        }
        catch (MoveRefusedException) when (fields["move"] == PublicWords.Of(ReferralMove.TakeOver))
        {
            // It is not hers to read: she sees where it stands in the box that she came from.
            return Results.Redirect(language.Link(ReferralPaths.Boxes, QueryString.Create(ReferralPaths.UnitField, "1").Add(ReferralPaths.MovedField, "1")));
        }
        catch (RefusalException refusal) when (ReferralError.IsRule(refusal) && refusal is not ReferralUnknownException)
        {
            return await PageAsync(id, context, tokens, finder, persons, current.Caller, ReferralError.Of(refusal), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> PageAsync(
        string id, HttpContext context, IAntiforgery tokens, ReferralFinder finder, LinkPersonKeeper persons, Caller caller, IReadOnlyList<ReferralError> errors, int status)
    {
        caller.SignedIn();
        context.Response.Headers.CacheControl = "no-store";
        if (!Guid.TryParse(id, out var key) || await finder.FindAsync(key, caller, context.RequestAborted) is not { } shown)
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        var fit = shown.Possible.Any(move => move is ReferralMove.Accept or ReferralMove.HandOver) ? await persons.FitAsync(shown.View.Receiver, context.RequestAborted) : [];
        return PageAnswer.Of<ReferralPage, ReferralPageShown>(new(shown, fit, errors, tokens.GetAndStoreTokens(context)), status);
    }
}

/// <summary>A referral as its page shows it.</summary>
internal sealed record ReferralPageShown(ReferralShown Shown, IReadOnlyList<LinkPerson> LinkPersons, IReadOnlyList<ReferralError> Errors, AntiforgeryTokenSet Token);
