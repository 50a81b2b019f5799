using System.Text;
using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Reads the words of a query and finds every way they may hit.</summary>
internal sealed class TextPlanner(Analyzer analyzer, RankingOptions ranking, SearchLimits limits)
{
    /// <summary>The plan; null when there is no text.</summary>
    public TextPlan? Plan(string? text, string? language, Snapshot snapshot)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var cut = text.Length > limits.QueryLength;
        var words = new List<Word>();
        WordReader.Read(WordReader.Compose(cut ? text[..limits.QueryLength] : text), words);
        var distinct = words.Select(word => word.Text).Distinct(StringComparer.Ordinal).ToList();
        var truncated = cut || distinct.Count > limits.QueryWords;
        string[] kept = [.. distinct.Take(limits.QueryWords)];
        var languages = language is null ? Languages.All : [Languages.Of(language)];
        var correcting = new Correcting(analyzer, snapshot, limits.CorrectedWords);
        var planned = kept.Select(word => new PlannedWord(word, [.. languages.SelectMany(each => Clauses(each, word, kept))])).ToList();
        for (var i = 0; i < planned.Count; i++)
        {
            planned[i] = Corrected(planned[i], languages, correcting, snapshot);
        }

        return new TextPlan(planned, string.Join(' ', kept), truncated);
    }

    private IEnumerable<Clause> Clauses(LanguageCode language, string word, string[] all)
    {
        if (analyzer.IsStopWord(language, word) && !all.All(each => analyzer.IsStopWord(language, each)))
        {
            yield break;
        }

        var readings = analyzer.Read(language, word);
        foreach (var reading in readings.Terms)
        {
            yield return new Clause(language, MathF.Sqrt(reading.Weight), [Encoding.UTF8.GetBytes(reading.Text)], 0);
        }

        if (readings.Grams.Length > 0)
        {
            yield return new Clause(language, analyzer.GramWeight(language), [.. readings.Grams.Select(Encoding.UTF8.GetBytes)], ranking.GramShare);
        }
    }

    // A word none of whose readings is in the index may be misspelt; its pieces stay beside the correction.
    private PlannedWord Corrected(PlannedWord word, LanguageCode[] languages, Correcting correcting, Snapshot snapshot)
    {
        var readings = word.Clauses.Where(clause => clause.LeastShare == 0);
        if (word.Clauses.Count == 0 || readings.Any(clause => clause.Terms.Any(term => snapshot.Has(term))))
        {
            return word;
        }

        var corrected =
            from language in languages
            from correction in correcting.Words(language, word.Text)
            from reading in analyzer.Read(language, correction).Terms
            select new Clause(language, MathF.Sqrt(reading.Weight) * ranking.CorrectionWeight, [Encoding.UTF8.GetBytes(reading.Text)], 0);
        return word with { Clauses = [.. word.Clauses, .. corrected] };
    }
}
