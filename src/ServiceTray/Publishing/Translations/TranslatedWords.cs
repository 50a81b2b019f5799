using ServiceTray.Languages;

namespace ServiceTray.Publishing.Translations;

/// <summary>The words of a draft that are in languages, each by its field.</summary>
internal static class TranslatedWords
{
    /// <summary>A field's words, and how many letters it may have.</summary>
    public static IEnumerable<(string Field, LocalizedText Words, int Longest)> Of(DraftContent content)
    {
        yield return ("name", content.Name, DraftCheck.LongestLine);
        yield return ("summary", content.Summary, DraftCheck.LongestSummary);
        yield return ("description", content.Description, DraftCheck.LongestDescription);
        if (content.Picture is { } picture)
        {
            yield return ("pictureAlt", picture.Alternative, DraftCheck.LongestSummary);
        }
    }

    /// <summary>The language to translate from: Finnish, or what most is written in.</summary>
    public static Language From(DraftContent content, Language to) =>
        Enum.GetValues<Language>().Where(language => language != to).MaxBy(language => Of(content).Count(field => field.Words.In(language.Tag()) is not null));

    /// <summary>The draft with the typed words of one language in place of those it had; all others stay.</summary>
    public static DraftContent Over(DraftContent content, DraftForm typed, Language to) => content with
    {
        Name = Laid(content.Name, typed["name"], to),
        Summary = Laid(content.Summary, typed["summary"], to),
        Description = Laid(content.Description, typed["description"], to),
        Picture = content.Picture is { } picture ? picture with { Alternative = Laid(picture.Alternative, typed["pictureAlt"], to) } : null,
    };

    private static LocalizedText Laid(LocalizedText before, string typed, Language to) =>
        LocalizedText.Of([.. before.Where(text => text.Language != to.Tag()).Select(text => (text.Language, (string?)text.Value)), (to.Tag(), typed.ReplaceLineEndings("\n"))]);
}
