namespace ServiceTray.Search.Analysis;

/// <summary>Reads the words of one language. Safe for any number of threads.</summary>
internal interface ILanguageChain
{
    /// <summary>Name and version; an index of one name is never asked with another's readings.</summary>
    string Name { get; }

    /// <summary>How much the four-letter pieces of a word weigh beside its readings.</summary>
    float GramWeight { get; }

    /// <summary>Adds the readings of a word that is already in lower case, without hyphens at its ends.</summary>
    /// <returns>Whether a dictionary has the word.</returns>
    bool Read(string word, List<Reading> readings);

    /// <summary>Words near one that is not known, best first; none when it cannot tell.</summary>
    IReadOnlyList<string> Suggest(string word) => [];

    /// <summary>Whether the word says nothing by itself and is left out when others are there.</summary>
    bool IsStopWord(string word);
}
