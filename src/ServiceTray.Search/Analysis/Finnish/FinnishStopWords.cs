using System.Collections.Frozen;

namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>Words that join other words and say nothing of what is looked for.</summary>
internal static class FinnishStopWords
{
    /// <summary>All of them, in lower case.</summary>
    public static readonly FrozenSet<string> All = """
        ja tai sekä että jotta koska kun jos vaan mutta eli niin kuin joka jotka jonka jota mikä mitä missä mistä mihin
        minä sinä hän me te he se ne tämä nämä tuo nuo minun sinun hänen meidän teidän heidän minulla minulle minua minut
        sen sitä siitä siihen tätä tästä tähän niitä niiden on oli ovat olla ole olen olet olemme olisi ollut
        en et ei emme ette eivät voi voin voiko saa saan pitää myös vielä jo nyt sitten siis kai ehkä vain
        kanssa ilman varten kohti ennen jälkeen mukaan noin
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
