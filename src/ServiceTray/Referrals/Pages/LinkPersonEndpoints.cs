using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Referrals.Pages;

/// <summary>Link persons of a desk as a page of its coordinator.</summary>
internal static class LinkPersonEndpoints
{
    public static void MapLinkPersons(this IEndpointRouteBuilder app)
    {
        app.MapGet(ReferralPaths.LinkPersons, ShowAsync).ExcludeFromDescription();
        app.MapPost(ReferralPaths.LinkPersons, SaveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IAntiforgery tokens, LinkPersonKeeper keeper, CurrentCaller current)
    {
        current.Caller.Must(current.Caller.Is(Role.Coordinator));
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<LinkPersonsPage, LinkPersonsShown>(new(
            await keeper.AllAsync(current.Caller.OrganisationsAs(Role.Coordinator), context.RequestAborted), tokens.GetAndStoreTokens(context)));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, IAntiforgery tokens, LinkPersonKeeper keeper, CurrentCaller current, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        if (!await tokens.IsRequestValidAsync(context) || !Guid.TryParse(fields["account"], out var account) || !Guid.TryParse(fields["organisation"], out var organisation))
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        await keeper.SaveAsync(
            new LinkPerson
            {
                Account = account,
                Organisation = organisation,
                Name = "",
                TrainedOn = Day(fields["trained"]),
                ConfidentialityOn = Day(fields["confidentiality"]),
                RecordCheckOn = Day(fields["recordCheck"]),
            },
            current.Caller,
            context.RequestAborted);
        return Results.Redirect(language.Link(ReferralPaths.LinkPersons));
    }

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>The link persons of the caller's desks.</summary>
internal sealed record LinkPersonsShown(IReadOnlyList<LinkPerson> Persons, AntiforgeryTokenSet Token);
