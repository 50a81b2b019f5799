using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Offerings.Persons;
using ServiceTray.Web;

namespace ServiceTray.Publishing.Persons;

/// <summary>The person of an offering, as a page beside its draft.</summary>
internal static class PersonContactEndpoints
{
    public const string Tail = "/henkilo";

    public const string RemoveTail = "/henkilo/poisto";

    public static void MapPersons(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{PublishingEndpoints.Path}/{{id}}{Tail}", OpenAsync).ExcludeFromDescription();
        app.MapPost($"{PublishingEndpoints.Path}/{{id}}{Tail}", ShowAsync).ExcludeFromDescription();
        app.MapPost($"{PublishingEndpoints.Path}/{{id}}{RemoveTail}", RemoveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> OpenAsync(string id, HttpContext context) => await PageAsync(context, await PublishingEndpoints.OpenAsync(context, id), null, []);

    private static async Task<IResult> ShowAsync(string id, HttpContext context, CurrentCaller current, PersonContactDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        var draft = await PublishingEndpoints.OpenAsync(context, id);
        var form = new PersonForm($"{fields["personName"]}", $"{fields["personPhone"]}", $"{fields["personEmail"]}", $"{fields["personLastDay"]}", fields["personPermitted"] == "yes");
        try
        {
            await desk.ShowAsync(current.Caller, draft, form, context.RequestAborted);
            return Back(draft, language);
        }
        catch (DraftRefusedException refused)
        {
            return await PageAsync(context, draft, form, refused.Problems);
        }
    }

    private static async Task<IResult> RemoveAsync(string id, HttpContext context, CurrentCaller current, PersonContactDesk desk, RequestLanguage language)
    {
        await FormPage.ReadAsync(context);
        var draft = await PublishingEndpoints.OpenAsync(context, id);
        await desk.RemoveAsync(current.Caller, draft, context.RequestAborted);
        return Back(draft, language);
    }

    private static async Task<IResult> PageAsync(HttpContext context, Draft draft, PersonForm? typed, IReadOnlyList<DraftProblem> problems)
    {
        var person = await context.RequestServices.GetRequiredService<PersonContactReader>().ReadAsync(draft.Id, context.RequestAborted);
        return FormPage.Of<PersonPage, PersonPageShown>(context, token => new(draft, person, typed, problems, token), problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Back(Draft draft, RequestLanguage language) => Results.Redirect($"{language.Link($"{PublishingEndpoints.Path}/{draft.Id}")}#person");
}

/// <summary>The page: who is shown now, and what was typed and refused.</summary>
internal sealed record PersonPageShown(Draft Draft, PersonShown? Person, PersonForm? Typed, IReadOnlyList<DraftProblem> Problems, AntiforgeryTokenSet Token);
