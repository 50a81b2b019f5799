namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>Knows how Finnish words are made. Safe for any number of threads.</summary>
internal interface IFinnishMorphology
{
    /// <summary>Short name: <c>voikko</c> or <c>managed</c>.</summary>
    string Name { get; }

    /// <summary>Name and version of what decides the readings.</summary>
    string Version { get; }

    /// <summary>How much four-letter pieces weigh beside the readings it gives.</summary>
    float GramWeight { get; }

    /// <summary>Adds the readings of a lower-case word.</summary>
    /// <returns>Whether its dictionary has the word; when not, it has added nothing, or guesses.</returns>
    bool Read(string word, List<Reading> readings);

    /// <summary>Words near one that is not known, best first; none when it cannot tell.</summary>
    IReadOnlyList<string> Suggest(string word);
}
