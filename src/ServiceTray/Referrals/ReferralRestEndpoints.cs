using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Web.Rest;

namespace ServiceTray.Referrals;

/// <summary>Referrals over REST, for programs of those who send and receive.</summary>
internal static class ReferralRestEndpoints
{
    private const int UsualPage = 50;

    public static RouteGroupBuilder MapReferralEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/referrals", ListAsync).WithName("listReferrals").WithTags("Referrals").NeedsToken()
            .Knows(
            [
                QueryParameter.One<ReferralBox>("box", "What the caller sent, or what her desk received; RECEIVED when not told. UNIT is for people: a program finds nothing there."),
                QueryParameter.One<ReferralState>("state", "Only those in this state, as far as the caller may know it."),
                QueryParameter.One<bool>("overdue", "true: only those that are late."),
                QueryParameter.One<bool>("ended", "true: also those of which nothing is waited for."),
                QueryParameter.One<int>("first", "How many, 0 to 100; 50 when not told."),
                QueryParameter.One<string>("after", "Those after this cursor, the `endCursor` of the page before."),
            ])
            .WithSummary("A box of referrals")
            .WithDescription("Overdue first, then what is due next. Each look is in the log that the client may read.");
        api.MapGet("/referrals/{id}", GetAsync).WithName("getReferral").WithTags("Referrals").NeedsToken()
            .WithSummary("A referral by its id")
            .WithDescription("As far as the caller may see it; another's and one that never was are answered alike.");
        api.MapPost("/referrals", SendAsync).WithName("sendReferral").WithTags("Referrals").MayRefuse().TakesBody().NeedsToken()
            .Knows([QueryParameter.One<bool>("draft", "true: it is only kept, for a professional of the unit to send.")])
            .WithSummary("Sends a referral")
            .WithDescription("Saved with what must be told of it, or not at all. Sent again under the same key, the same referral is answered.");
        api.MapPost("/referrals/{id}/moves", MoveAsync).WithName("moveReferral").WithTags("Referrals").MayRefuse().TakesBody().NeedsToken()
            .WithSummary("Moves a referral")
            .WithDescription("One move of the table; `revision` is the one that was read. A move that is not possible is refused with the state and the moves that are.");
        api.MapPost("/referrals/{id}/consent", SwitchOffAsync).WithName("switchConsentOff").WithTags("Referrals").MayRefuse().TakesBody().NeedsToken()
            .WithSummary("Turns off one switch of a client's permission")
            .WithDescription("For a client who calls: a purpose or a field, with her words for it, which she sees beside who recorded them. Only she turns one on.");
        return api;
    }

    private static async Task<Results<Ok<ReferralListAnswer>, Malformed>> ListAsync(HttpContext http, ReferralFinder finder, CurrentCaller current)
    {
        var query = new QueryReader(http.Request.Query);
        var listing = new ReferralListing(
            query.Word<ReferralBox>("box") ?? ReferralBox.Received, query.Word<ReferralState>("state"), query.Flag("overdue") == true, query.Flag("ended") == true, query.Number("first") ?? UsualPage, query.Text("after"));
        if (query.Issue is { } issue)
        {
            return issue;
        }

        KeepNowhere(http);
        var list = await finder.ListAsync(listing, current.Caller, http.RequestAborted);
        return TypedResults.Ok(new ReferralListAnswer([.. list.Nodes.Select(shown => ReferralAnswer.Of(shown))], list.TotalCount, list.OverdueCount, list.EndCursor, list.HasNextPage));
    }

    private static async Task<Results<Ok<ReferralAnswer>, Unknown>> GetAsync([Description("The id.")] string id, HttpContext http, ReferralFinder finder, CurrentCaller current)
    {
        KeepNowhere(http);
        return Guid.TryParse(id, out var key) && await finder.FindAsync(key, current.Caller, http.RequestAborted) is { } shown
            ? TypedResults.Ok(ReferralAnswer.Of(shown))
            : new Unknown();
    }

    private static async Task<Results<Ok<ReferralAnswer>, Malformed>> SendAsync(
        ReferralSendingInput referral,
        [FromHeader(Name = "Idempotency-Key"), Description("The sender's own name of this sending, at most 200 characters.")] string idempotencyKey,
        HttpContext http, ReferralDesk desk, CurrentCaller current, RequestLanguage language)
    {
        var query = new QueryReader(http.Request.Query);
        var isDraft = query.Flag("draft") == true;
        if (query.Issue is { } issue)
        {
            return issue;
        }

        KeepNowhere(http);
        var sent = await ToldAsync(language, () => desk.SendAsync(referral, idempotencyKey, isDraft, current.Caller, http.RequestAborted));
        return TypedResults.Ok(ReferralAnswer.Of(sent.Shown, sent.Code));
    }

    private static async Task<Results<Ok<ReferralAnswer>, Unknown>> MoveAsync(
        [Description("The id.")] string id, MoveInput move, HttpContext http, ReferralMover mover, CurrentCaller current, RequestLanguage language)
    {
        KeepNowhere(http);
        return Guid.TryParse(id, out var key) ? TypedResults.Ok(ReferralAnswer.Of(await ToldAsync(language, () => move.MakeAsync(key, mover, current.Caller, http.RequestAborted)))) : new Unknown();
    }

    private static async Task<Results<Ok<ReferralAnswer>, Unknown>> SwitchOffAsync(
        [Description("The id.")] string id, SwitchOffInput off, HttpContext http, ReferralMover mover, CurrentCaller current, RequestLanguage language)
    {
        KeepNowhere(http);
        return Guid.TryParse(id, out var key) ? TypedResults.Ok(ReferralAnswer.Of(await ToldAsync(language, () => off.MakeAsync(key, mover, current.Caller, http.RequestAborted)))) : new Unknown();
    }

    // Every field that cannot be taken is told, not only the first.
    private static async Task<T> ToldAsync<T>(RequestLanguage language, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (ReferralInvalidException invalid)
        {
            throw invalid.Told(language.Language);
        }
    }

    private static void KeepNowhere(HttpContext http) => http.Response.Headers.CacheControl = "no-store";
}
