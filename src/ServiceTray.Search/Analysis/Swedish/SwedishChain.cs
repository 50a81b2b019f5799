using System.Collections.Frozen;

namespace ServiceTray.Search.Analysis.Swedish;

/// <summary>The Swedish chain.</summary>
internal static class SwedishChain
{
    private static readonly FrozenSet<string> StopWords = """
        och eller men att som om när var vad hur vem vilka vilken vilket jag du han hon vi ni de den det dem mig dig sig oss er
        min mitt mina din ditt dina sin sitt sina en ett är var vara varit har hade ha kan kunde ska skulle vill inte
        i på av för med till från vid under över genom hos mot utan så också bara redan nu då sedan än
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A new one.</summary>
    public static ILanguageChain Create() => new StemmingChain("sv-1", 0.2f, SwedishStem.Of, StopWords);
}
