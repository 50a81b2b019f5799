using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Languages;
using ServiceTray.Themes;
using ServiceTray.Web;

namespace ServiceTray.Needs;

/// <summary>The lexicon as a page and over REST.</summary>
internal static class NeedEndpoints
{
    public static void MapNeedsPage(this IEndpointRouteBuilder app) =>
        app.MapGet("/tarpeet", (NeedLexicon lexicon) => PageAnswer.Of<NeedsPage, NeedsShown>(new NeedsShown(lexicon))).ExcludeFromDescription();

    public static RouteGroupBuilder MapNeedEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/needs", List).WithName("listNeeds").WithTags("Needs")
            .WithSummary("The need lexicon")
            .WithDescription("Every need: how it is said in everyday speech, which words of services are then sought beside the words said, why, and where it comes from. In a phrase all words must be said, in any order; `|` parts ways to say a word, `*` stands for any ending, `!` for a denial and `@kin` for the class of that name.");
        return api;
    }

    private static Ok<NeedLexiconAnswer> List(NeedLexicon lexicon) => TypedResults.Ok(new NeedLexiconAnswer
    {
        Version = lexicon.Common.Version,
        Sources = lexicon.Common.Sources,
        Classes = lexicon.Common.Classes.ToDictionary(told => told.Key.Tag(), told => told.Value),
        Needs = [.. lexicon.Entries.Select(NeedEntryAnswer.Of)],
    });
}

/// <summary>The lexicon as REST tells it.</summary>
internal sealed record NeedLexiconAnswer
{
    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>What the keys of sources mean.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>Classes of words by language, as phrases name them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Classes { get; init; }

    /// <summary>All needs.</summary>
    public required IReadOnlyList<NeedEntryAnswer> Needs { get; init; }
}

/// <summary>A need as REST tells it, its words by language.</summary>
internal sealed record NeedEntryAnswer
{
    /// <summary>Its lasting name.</summary>
    public required string Key { get; init; }

    /// <summary>The themes it belongs to.</summary>
    public required IReadOnlyList<ThemeCode> Themes { get; init; }

    /// <summary>Why these words lead there.</summary>
    public required string Reason { get; init; }

    /// <summary>Source of the phrases.</summary>
    public required string SaidFrom { get; init; }

    /// <summary>Source of the words sought.</summary>
    public required string SeekFrom { get; init; }

    /// <summary>How it is said.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Said { get; init; }

    /// <summary>Words of services that answer it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Seek { get; init; }

    /// <summary>Words of what may help as well.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Also { get; init; }

    public static NeedEntryAnswer Of(NeedEntry need) => new()
    {
        Key = need.Key,
        Themes = need.Themes,
        Reason = need.Reason,
        SaidFrom = need.From.Said,
        SeekFrom = need.From.Seek,
        Said = ByTag(need.Said),
        Seek = ByTag(need.Seek),
        Also = ByTag(need.Also),
    };

    private static Dictionary<string, IReadOnlyList<string>> ByTag(IReadOnlyDictionary<Language, IReadOnlyList<string>> words) =>
        words.ToDictionary(told => told.Key.Tag(), told => told.Value);
}
