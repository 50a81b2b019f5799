using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Needs;

/// <summary>A need: how it is said in everyday speech, and what is then sought beside the words said.</summary>
internal sealed record NeedEntry
{
    /// <summary>Lasting name, in English.</summary>
    public required string Key { get; init; }

    public required IReadOnlyList<ThemeCode> Themes { get; init; }

    /// <summary>Why these words lead there.</summary>
    public required string Reason { get; init; }

    /// <summary>Where the phrases and the words sought come from, as keys of the lexicon's sources.</summary>
    public required NeedOrigin From { get; init; }

    /// <summary>Phrases as the file has them, by language.</summary>
    public required IReadOnlyDictionary<Language, IReadOnlyList<string>> Said { get; init; }

    /// <summary>Words of services that answer it, by language.</summary>
    public required IReadOnlyDictionary<Language, IReadOnlyList<string>> Seek { get; init; }

    /// <summary>Words of what may help as well, by language.</summary>
    public IReadOnlyDictionary<Language, IReadOnlyList<string>> Also { get; init; } = new Dictionary<Language, IReadOnlyList<string>>();
}

/// <summary>Keys of the sources of a need's phrases and of the words sought.</summary>
internal sealed record NeedOrigin(string Said, string Seek);
