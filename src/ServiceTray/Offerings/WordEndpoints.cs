using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Languages;
using ServiceTray.Search.Querying;
using ServiceTray.Web.Rest;

namespace ServiceTray.Offerings;

/// <summary>Words over REST: completions, asked in the body so that what is being typed stays out of addresses, and words that found nothing.</summary>
internal static class WordEndpoints
{
    public static void MapCompletion(this RouteGroupBuilder api) =>
        api.MapPost("/offerings/complete", Complete).WithName("completeWords").WithTags("Offerings").MayRefuse().TakesBody()
            .WithSummary("Ends the word that is being typed")
            .WithDescription("Words of offerings that begin as the last word of the text does, the most used first; each is found at least once.");

    public static void MapUnfoundWords(this RouteGroupBuilder api) =>
        api.MapGet("/words-without-offerings", (UnfoundWords words) => TypedResults.Ok(words.Told())).WithName("listUnfoundWords").WithTags("Offerings")
            .WithSummary("What is searched for and not found")
            .WithDescription("Words of searches that found nothing since the tray was started, each used by at least five callers; never with a place, a person or the other words of the search.");

    private static Ok<IReadOnlyList<Completion>> Complete(HttpContext http, CompletionAsked asked, OfferingSearch search)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(search.Complete(asked.Text, asked.Language, asked.First));
    }
}

/// <summary>What has been typed so far.</summary>
/// <param name="Text">It ends within a word.</param>
/// <param name="Language">The language of the words; null: all three.</param>
/// <param name="First">How many, 0 to 100.</param>
internal sealed record CompletionAsked(string Text, Language? Language = null, int First = 8);
