using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>Sending as pages.</summary>
internal static class SendEndpoints
{
    private const string ProgrammeField = "malli";

    public static void MapSending(this IEndpointRouteBuilder app)
    {
        app.MapGet(ReferralPaths.Send, ShowAsync).ExcludeFromDescription();
        app.MapPost(ReferralPaths.Send, SendAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IAntiforgery tokens, ProgrammeShelf shelf, DeskTeller desks, RecipientPoints points, CurrentCaller current, TimeProvider clock)
    {
        var form = new SendForm(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>());
        var asked = context.Request.Query[ProgrammeField].ToString();
        return await PageAsync(context, tokens, shelf, desks, points, current.Caller, form, asked, SendForm.NewKey(clock), [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> SendAsync(HttpContext context, IAntiforgery tokens, ProgrammeShelf shelf, DeskTeller desks, RecipientPoints points, ReferralDesk desk, CurrentCaller current, TimeProvider clock)
    {
        current.Caller.SignedIn();
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new SendForm(fields.ToDictionary(field => field.Key, field => field.Value));
        var programme = form["programme"];
        if (!await tokens.IsRequestValidAsync(context))
        {
            return await PageAsync(context, tokens, shelf, desks, points, current.Caller, form, programme, form.Key, [new("Problem.Stale", null, null, [])], StatusCodes.Status400BadRequest);
        }

        try
        {
            var found = shelf.Find(programme) ?? throw ReferralRefusedException.ProgrammeOff;
            var sent = await desk.SendAsync(form.Read(found), form.Key, isDraft: false, current.Caller, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return PageAnswer.Of<SentPage, SentReferral>(sent);
        }
        catch (RefusalException refusal) when (ReferralError.IsRule(refusal))
        {
            return await PageAsync(context, tokens, shelf, desks, points, current.Caller, form, programme, form.KeyAfter(refusal, clock), ReferralError.Of(refusal), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, IAntiforgery tokens, ProgrammeShelf shelf, DeskTeller desks, RecipientPoints points, Caller caller, SendForm form, string asked, string key, IReadOnlyList<ReferralError> errors, int status)
    {
        caller.Must(caller.Is(Role.Professional));
        var units = caller.OrganisationsAs(Role.Professional);
        var mine = shelf.All.Where(programme => programme.IsOn && programme.Senders.Any(party => units.Contains(party.Organisation))).ToList();
        if (mine.Count == 0)
        {
            return PageAnswer.Of<NoProgrammePage>(StatusCodes.Status422UnprocessableEntity);
        }

        var programme = mine.Find(one => one.Key == asked) ?? mine[0];
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<SendPage, SendShown>(
            new(form, programme, [.. mine.Where(other => other != programme)], [.. programme.Senders.Where(party => units.Contains(party.Organisation))],
                await desks.ReadAsync(programme, context.RequestAborted), await points.ReadAsync(programme, context.RequestAborted), key, errors, tokens.GetAndStoreTokens(context)),
            status);
    }
}

/// <summary>The sending form as the page shows it.</summary>
internal sealed record SendShown(
    SendForm Form, Programme Programme, IReadOnlyList<Programme> Others, IReadOnlyList<ProgrammeParty> Units, IReadOnlyList<DeskShown> Desks, IReadOnlyList<PlacedOffering> Points, string Key,
    IReadOnlyList<ReferralError> Errors, AntiforgeryTokenSet Token)
{
    /// <summary>The same page for another programme.</summary>
    public string LinkTo(Programme other, RequestLanguage request) =>
        request.Link(ReferralPaths.Send, QueryString.Create("malli", other.Key));
}
