using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Outbox;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Referrals.Retention;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>What people do for notices, as pages: letters to post, programs to tell, and what was given up.</summary>
internal static class OfficeEndpoints
{
    public static void MapOffice(this IEndpointRouteBuilder app)
    {
        app.MapGet(ReferralPaths.Letters, LettersAsync).ExcludeFromDescription();
        app.MapPost(ReferralPaths.Letters, PostedAsync).ExcludeFromDescription();
        app.MapGet(ReferralPaths.Webhooks, (HttpContext context, WebhookDesk desk, ProgrammeShelf shelf, CurrentCaller current) => WebhooksAsync(context, desk, shelf, current.Caller, null, null)).ExcludeFromDescription();
        app.MapPost(ReferralPaths.Webhooks, SetAsync).ExcludeFromDescription();
        app.MapGet(ReferralPaths.Undelivered, UndeliveredAsync).ExcludeFromDescription();
        app.MapPost(ReferralPaths.Undelivered, ReviveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> LettersAsync(HttpContext context, NoticeOffice office, NoticeTeller teller, CurrentCaller current)
    {
        var letters = await office.LettersAsync(current.Caller, $"{context.Request.Scheme}://{context.Request.Host}", context.RequestAborted);
        var tell = await teller.ListAsync(current.Caller, context.RequestAborted);
        return FormPage.Of<LettersPage, LettersShown>(context, token => new(letters, tell, token));
    }

    private static async Task<IResult> PostedAsync(HttpContext context, NoticeOffice office, NoticeTeller teller, CurrentCaller current, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (Guid.TryParse(fields["told"], out var told))
        {
            await teller.ToldAsync(told, current.Caller, context.RequestAborted);
        }
        else if (Guid.TryParse(fields["letter"], out var letter))
        {
            await office.PostedAsync(letter, current.Caller, context.RequestAborted);
        }
        else
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        return Results.Redirect(language.Link(ReferralPaths.Letters));
    }

    private static async Task<IResult> WebhooksAsync(HttpContext context, WebhookDesk desk, ProgrammeShelf shelf, Caller caller, string? secret, string? problem)
    {
        var organisations = caller.OrganisationsAs(Role.Coordinator);
        var urls = await desk.UrlsAsync(organisations, context.RequestAborted);
        var parties = shelf.DesksOf(organisations);
        return FormPage.Of<WebhooksPage, WebhooksShown>(
            context, token => new(parties, urls, secret, problem, token), problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SetAsync(HttpContext context, WebhookDesk desk, ProgrammeShelf shelf, CurrentCaller current)
    {
        var fields = await FormPage.ReadAsync(context);
        if (!Guid.TryParse(fields["organisation"], out var organisation))
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        if (fields["act"] == "end")
        {
            await desk.EndAsync(organisation, current.Caller, context.RequestAborted);
            return await WebhooksAsync(context, desk, shelf, current.Caller, null, null);
        }

        try
        {
            var secret = await desk.SetAsync(organisation, $"{fields["url"]}".Trim(), current.Caller, context.RequestAborted);
            return await WebhooksAsync(context, desk, shelf, current.Caller, secret, null);
        }
        catch (ReferralInvalidException)
        {
            return await WebhooksAsync(context, desk, shelf, current.Caller, null, "Webhooks.Wrong");
        }
    }

    private static async Task<IResult> UndeliveredAsync(HttpContext context, NoticeOffice office, GivenUpMail mails, RetentionKeeper retention)
    {
        var (dead, runs) = (await office.DeadAsync(context.RequestAborted), await retention.ReportsAsync(context.RequestAborted));
        var mailCount = await mails.CountAsync(context.RequestAborted);
        return FormPage.Of<UndeliveredPage, UndeliveredShown>(context, token => new(dead, mailCount, runs, token));
    }

    private static async Task<IResult> ReviveAsync(HttpContext context, NoticeOffice office, GivenUpMail mails, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        var one = Guid.TryParse(fields["notice"], out var notice) ? notice : (Guid?)null;
        await office.ReviveAsync(one, context.RequestAborted);
        if (one is null)
        {
            await mails.ReviveAsync(context.RequestAborted);
        }

        return Results.Redirect(language.Link(ReferralPaths.Undelivered));
    }
}

/// <summary>Letters to print, and what is to be told.</summary>
internal sealed record LettersShown(IReadOnlyList<NoticeMessage> Letters, IReadOnlyList<NoticeToTell> ToTell, Microsoft.AspNetCore.Antiforgery.AntiforgeryTokenSet Token);

/// <summary>The caller's desks, where their programs are told, and a secret that was just made.</summary>
internal sealed record WebhooksShown(
    IReadOnlyList<ProgrammeParty> Desks, IReadOnlyDictionary<Guid, string> Urls, string? Secret, string? Problem, Microsoft.AspNetCore.Antiforgery.AntiforgeryTokenSet Token);

/// <summary>Notices that were given up, how much other mail was, and what was removed when its time was over.</summary>
internal sealed record UndeliveredShown(IReadOnlyList<ReferralNotice> Notices, int Mails, IReadOnlyList<RetentionRun> Runs, Microsoft.AspNetCore.Antiforgery.AntiforgeryTokenSet Token);
