using System.Collections.Frozen;

namespace ServiceTray.Search.Analysis.English;

/// <summary>The English chain.</summary>
internal static class EnglishChain
{
    private static readonly FrozenSet<string> StopWords = """
        a an the and or but if of to in on at by for with from about into over under as so than that this these those
        i you he she it we they me him her us them my your his its our their is am are was were be been being
        have has had do does did can could will would shall should may might must not no there here what which who how where when
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A new one.</summary>
    public static ILanguageChain Create() => new StemmingChain("en-1", 0.2f, EnglishStem.Of, StopWords);
}
