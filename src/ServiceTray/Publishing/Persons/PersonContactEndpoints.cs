using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Publishing.Persons;

/// <summary>The person of an offering, as forms on its draft's page.</summary>
internal static class PersonContactEndpoints
{
    public const string Tail = "/henkilo";

    public const string RemoveTail = "/henkilo/poisto";

    public static void MapPersons(this IEndpointRouteBuilder app)
    {
        app.MapPost($"{PublishingEndpoints.Path}/{{id}}{Tail}", ShowAsync).ExcludeFromDescription();
        app.MapPost($"{PublishingEndpoints.Path}/{{id}}{RemoveTail}", RemoveAsync).ExcludeFromDescription();
    }

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
            return await PublishingEndpoints.ShowAsync(context, draft, null, refused.Problems, person: form);
        }
    }

    private static async Task<IResult> RemoveAsync(string id, HttpContext context, CurrentCaller current, PersonContactDesk desk, RequestLanguage language)
    {
        await FormPage.ReadAsync(context);
        var draft = await PublishingEndpoints.OpenAsync(context, id);
        await desk.RemoveAsync(current.Caller, draft, context.RequestAborted);
        return Back(draft, language);
    }

    private static IResult Back(Draft draft, RequestLanguage language) => Results.Redirect($"{language.Link($"{PublishingEndpoints.Path}/{draft.Id}")}#person");
}
