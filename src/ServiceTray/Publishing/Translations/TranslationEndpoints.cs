using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Publishing.Translations;

/// <summary>A draft's words in one language beside those of another: source on the left, to be written on the right.</summary>
internal static class TranslationEndpoints
{
    public static void MapTranslations(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{PublishingEndpoints.Path}/{{id}}/kaannos/{{to}}", async (string id, string to, HttpContext context) =>
            Read(to) is { } language ? Show(context, await PublishingEndpoints.OpenAsync(context, id), language, null, [], null) : ErrorEndpoints.Of(StatusCodes.Status404NotFound)).ExcludeFromDescription();
        app.MapPost($"{PublishingEndpoints.Path}/{{id}}/kaannos/{{to}}", SaveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> SaveAsync(string id, string to, HttpContext context, CurrentCaller current, PublishingDesk desk, RequestLanguage request)
    {
        var fields = await FormPage.ReadAsync(context);
        var draft = await PublishingEndpoints.OpenAsync(context, id);
        if (Read(to) is not { } language)
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        var typed = new DraftForm(fields.ToDictionary(field => field.Key, field => field.Value));
        try
        {
            await desk.SaveAsync(current.Caller, draft.OrganisationId, draft.Id, typed.Version, content => TranslatedWords.Over(content, typed, language), context.RequestAborted);
            return Results.Redirect(request.Link($"{PublishingEndpoints.Path}/{draft.Id}"));
        }
        catch (DraftRefusedException refused)
        {
            return Show(context, draft, language, typed, refused.Problems, null);
        }
        catch (DraftMovedException)
        {
            return Show(context, draft, language, typed, [], "Draft.Moved");
        }
    }

    private static Language? Read(string to) => Enum.GetValues<Language>().Where(language => language.Tag() == to).Select(language => (Language?)language).FirstOrDefault();

    private static IResult Show(HttpContext context, Draft draft, Language to, DraftForm? typed, IReadOnlyList<DraftProblem> problems, string? word) =>
        FormPage.Of<TranslationPage, TranslationShown>(
            context, token => new(draft, to, typed, problems, word, token), problems.Count > 0 || word is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}

/// <summary>The page: a draft, into which language, and what was typed and refused.</summary>
internal sealed record TranslationShown(Draft Draft, Language To, DraftForm? Typed, IReadOnlyList<DraftProblem> Problems, string? Word, AntiforgeryTokenSet Token);
