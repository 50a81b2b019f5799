using System.Runtime.CompilerServices;
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

    // The same need is said again and again: its words stay the same objects, by which the index knows them again.
    private static readonly ConditionalWeakTable<NeedEntry, IReadOnlyList<Expansion>> Known = [];

    public static IReadOnlyList<Expansion> Of(IReadOnlyList<NeedEntry> needs) => needs.Count switch
    {
        0 => [],
        1 => Of(needs[0]),
        _ => Distinct(needs.SelectMany(Of)),
    };

    private static IReadOnlyList<Expansion> Of(NeedEntry need) => Known.GetValue(need, told => Distinct(In(told.Seek, SeekWeight).Concat(In(told.Also, AlsoWeight))));

    private static IReadOnlyList<Expansion> Distinct(IEnumerable<Expansion> expansions) =>
        [.. expansions.OrderByDescending(each => each.Weight).DistinctBy(each => (each.Text, each.Language))];

    private static IEnumerable<Expansion> In(IReadOnlyDictionary<Language, IReadOnlyList<string>> words, float weight) =>
        words.SelectMany(told => told.Value.Select(text => new Expansion(text, told.Key.Tag(), weight)));
}
