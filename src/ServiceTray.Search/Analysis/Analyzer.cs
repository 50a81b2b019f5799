using ServiceTray.Search.Analysis.English;
using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Analysis.Swedish;

namespace ServiceTray.Search.Analysis;

/// <summary>Reads words in every language and remembers what it read. Safe for any number of threads.</summary>
internal sealed class Analyzer
{
    private const float PieceWeight = 0.6f;

    private readonly ILanguageChain[] _chains;

    private readonly RecentWords<RememberedWord> _remembered = new(remembered => remembered.Text);

    /// <summary>With this Finnish chain and the others as they are.</summary>
    public Analyzer(IFinnishMorphology finnish) =>
        _chains = [new FinnishReader(finnish), SwedishChain.Create(), EnglishChain.Create(), new PlainChain()];

    /// <summary>Names the chains; an index is only asked with the chains it was built with.</summary>
    public string Fingerprint => string.Join('|', _chains.Select(chain => chain.Name).Prepend("words-1"));

    /// <summary>How much pieces weigh beside readings.</summary>
    public float GramWeight(LanguageCode language) => _chains[(int)language].GramWeight;

    /// <summary>Words near one that is not in the index, best first, as the language's dictionary knows them.</summary>
    public IReadOnlyList<string> Suggest(LanguageCode language, string word) =>
        [.. _chains[(int)language].Suggest(word).Where(each => each.All(char.IsLetterOrDigit)).Select(each => each.ToLowerInvariant())];

    /// <summary>What a word of <see cref="WordReader"/> can mean.</summary>
    public WordReadings Read(LanguageCode language, string word) => Read(language, word, Remember(word));

    /// <summary>What it can mean in each of these languages.</summary>
    public WordReadings[] Read(LanguageCode[] languages, string word)
    {
        var remembered = Remember(word);
        return Array.ConvertAll(languages, language => Read(language, word, remembered));
    }

    private WordReadings Read(LanguageCode language, string word, RememberedWord remembered) =>
        remembered.Readings[(int)language] ??= ReadAfresh(language, word);

    private RememberedWord Remember(string word)
    {
        if (_remembered.Find(word) is { } remembered)
        {
            return remembered;
        }

        var fresh = new RememberedWord(word, new WordReadings?[_chains.Length]);
        _remembered.Keep(fresh);
        return fresh;
    }

    private WordReadings ReadAfresh(LanguageCode language, string word)
    {
        var chain = _chains[(int)language];
        var readings = new List<Reading>();
        var known = chain.Read(word, readings);
        if (word.Contains('-'))
        {
            ReadPieces(chain, word, readings);
        }

        var grams = new List<string>();
        LetterGrams.Read(word, grams);
        return new WordReadings(
            TermKind.Term(language, TermKind.Surface, word),
            Distinct(language, readings),
            [.. grams.Select(gram => TermKind.Term(language, TermKind.Gram, gram))],
            known,
            chain.IsStopWord(word));
    }

    private static void ReadPieces(ILanguageChain chain, string word, List<Reading> readings)
    {
        var whole = word.Replace("-", "", StringComparison.Ordinal);
        readings.Add(new Reading(whole, 1f));
        var pieces = new List<Reading>();
        foreach (var piece in word.Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece.Length > 1 && !chain.IsStopWord(piece))
            {
                chain.Read(piece, pieces);
            }
        }

        readings.AddRange(pieces.Select(piece => piece with { Weight = piece.Weight * PieceWeight }));
    }

    // A word with what it is in each language that was asked, by the language's number.
    private sealed record RememberedWord(string Text, WordReadings?[] Readings);

    private static Reading[] Distinct(LanguageCode language, List<Reading> readings) =>
        [.. readings
            .Where(reading => reading.Text.Length > 0)
            .GroupBy(reading => reading.Text, StringComparer.Ordinal)
            .Select(same => new Reading(TermKind.Term(language, TermKind.Word, same.Key), same.Max(reading => reading.Weight)))];
}
