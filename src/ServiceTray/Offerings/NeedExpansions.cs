using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Writes the needs said in words as words sought beside them: the lexicon in the index's terms.</summary>
internal static class NeedExpansions
{
    /// <summary>What a word of a service that answers the need weighs beside a word typed.</summary>
    public const float SeekWeight = 1f;

    /// <summary>What a word of what may help as well weighs.</summary>
    public const float AlsoWeight = 0.4f;

    public static IReadOnlyList<Expansion> Of(IReadOnlyList<NeedEntry> needs) =>
    [
        .. needs.SelectMany(need => In(need.Seek, SeekWeight).Concat(In(need.Also, AlsoWeight)))
            .OrderByDescending(each => each.Weight)
            .DistinctBy(each => (each.Text, each.Language)),
    ];

    private static IEnumerable<Expansion> In(IReadOnlyDictionary<Language, IReadOnlyList<string>> words, float weight) =>
        words.SelectMany(told => told.Value.Select(text => new Expansion(text, told.Key.Tag(), weight)));
}
