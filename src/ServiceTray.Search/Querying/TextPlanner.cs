using System.Runtime.CompilerServices;
using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Reads the words of a query and finds every way they may hit.</summary>
internal sealed class TextPlanner(Analyzer analyzer, RankingOptions ranking, SearchLimits limits)
{
    // So few are compared with one another sooner than a table is made of them.
    private const int FewWords = 8;

    private readonly KnownWords _known = new();

    // A lexicon's words come again and again as the same objects; they are read once.
    private readonly ConditionalWeakTable<Expansion, AddedWord> _added = [];

    /// <summary>The plan; null when there is no text.</summary>
    public TextPlan? Plan(SearchQuery query, Snapshot snapshot)
    {
        var text = query.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var cut = text.Length > limits.QueryLength;
        var words = Words(cut ? text[..limits.QueryLength] : text);
        var truncated = cut || words.Count > limits.QueryWords;
        string[] kept = [.. words.Count > limits.QueryWords ? words.Take(limits.QueryWords) : words];
        var asked = Asked(kept, Languages.Asked(query.Language), snapshot);
        if (query.Expansions.Count == 0)
        {
            return new TextPlan(asked, [], query.AllWords, truncated);
        }

        var added = Added(query.Expansions, kept, snapshot);
        truncated |= added.Count > limits.AddedWords;
        added = added.Count > limits.AddedWords ? added[..limits.AddedWords] : added;
        return new TextPlan(asked, SoughtWord.Of(snapshot, added), query.AllWords, truncated);
    }

    // What was found of a word stays known as long as the snapshot does.
    private SoughtWord[] Asked(string[] words, LanguageCode[] languages, Snapshot snapshot)
    {
        var asked = new SoughtWord?[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            asked[i] = _known.Find(words[i], languages, snapshot.Generation);
        }

        if (!asked.Contains(null))
        {
            return asked!;
        }

        return Asked(words, asked, languages, snapshot);
    }

    // The same where some are not known, which stand as null; apart, since its closures would be made for every search.
    private SoughtWord[] Asked(string[] words, SoughtWord?[] asked, LanguageCode[] languages, Snapshot snapshot)
    {
        int[] unknown = [.. asked.Index().Where(each => each.Item is null).Select(each => each.Index)];
        var correcting = new Correcting(analyzer, snapshot, limits.CorrectedWords);
        var read = Array.ConvertAll(words, word => analyzer.Read(languages, word));
        Fetch(read, snapshot);
        var sought = SoughtWord.Of(snapshot, Array.ConvertAll(unknown, at => Planned(words[at], read[at], read, languages, correcting, snapshot)));
        foreach (var (at, word) in unknown.Zip(sought))
        {
            asked[at] = word;
            if (word.Word is { IsFound: true, SaysNothing: false })
            {
                _known.Keep(word, languages, snapshot.Generation);
            }
        }

        return asked!;
    }

    // What the words are looked up in lies far apart in memory: of all words it is sent for before the first is looked up.
    private static void Fetch(WordReadings[][] read, Snapshot snapshot)
    {
        foreach (var word in read)
        {
            foreach (var readings in word)
            {
                snapshot.Fetch(readings.TermKeys);
                snapshot.Fetch(readings.GramKeys);
            }
        }
    }

    // The distinct words of a text, in order.
    private static List<string> Words(string text)
    {
        var read = new List<Word>();
        WordReader.Read(WordReader.Compose(text), read);
        var words = new List<string>(read.Count);
        var seen = read.Count > FewWords ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var word in read)
        {
            if (seen?.Add(word.Text) ?? !words.Contains(word.Text))
            {
                words.Add(word.Text);
            }
        }

        return words;
    }

    // A word that says nothing by itself is left out where others are asked.
    private PlannedWord Planned(string word, WordReadings[] read, WordReadings[][] all, LanguageCode[] languages, Correcting correcting, Snapshot snapshot)
    {
        var clauses = new List<Clause>();
        var (found, nothing) = (false, false);
        for (var i = 0; i < languages.Length; i++)
        {
            var hits = Hits(read[i], snapshot);
            found |= hits;
            nothing |= read[i].SaysNothing;
            if (!read[i].SaysNothing || SayNothing(all, i))
            {
                AddClauses(languages[i], read[i], hits, clauses);
            }
        }

        return found || nothing ? new PlannedWord(word, clauses) { IsFound = found, SaysNothing = nothing } : Corrected(word, clauses, languages, correcting);
    }

    private static bool SayNothing(WordReadings[][] words, int language) => Array.TrueForAll(words, word => word[language].SaysNothing);

    // A word that is asked as well is not counted twice.
    private List<PlannedWord> Added(IReadOnlyList<Expansion> expansions, string[] asked, Snapshot snapshot)
    {
        var words = new List<PlannedWord>(expansions.Count);
        var seen = new HashSet<(LanguageCode, string)>();
        for (var i = 0; i < expansions.Count; i++)
        {
            var added = _added.GetValue(expansions[i], Read);
            if (added.Stands(asked, snapshot) && seen.Add((added.Language, added.Word.Text)))
            {
                words.Add(added.Word);
            }
        }

        return words;
    }

    // One that was added stands for itself alone: of what it is put together from the resident has said nothing, so its parts find
    // nothing, and its pieces only what is clearly near.
    private AddedWord Read(Expansion expansion)
    {
        var language = Languages.Of(expansion.Language);
        var words = new List<Word>();
        WordReader.Read(WordReader.Compose(expansion.Text), words);
        string[] texts = [.. words.Select(word => word.Text).Where(word => !analyzer.Read(language, word).SaysNothing).Distinct(StringComparer.Ordinal)];
        var clauses = texts.Length > 1 ? Together(language, texts) : texts.SelectMany(word => Whole(language, word));
        return new AddedWord(language, new PlannedWord(string.Join(' ', texts), [.. clauses.Select(clause => clause with { Weight = clause.Weight * expansion.Weight })]), texts.Length > 1);
    }

    // Words that mean something only together: a document has them all, or none counts.
    private IEnumerable<Clause> Together(LanguageCode language, string[] words)
    {
        TermKey[] surest = [.. words.SelectMany(word => Surest(analyzer.Read(language, word)))];
        if (surest.Length == words.Length)
        {
            yield return new Clause(language, 1, surest, 0.999f);
        }
    }

    private static IEnumerable<TermKey> Surest(WordReadings readings) =>
        readings.TermKeys.Zip(readings.Terms).OrderByDescending(each => each.Second.Weight).Select(each => each.First).Take(1);

    private IEnumerable<Clause> Whole(LanguageCode language, string word)
    {
        var readings = analyzer.Read(language, word);
        var surest = readings.Terms.Select(reading => reading.Weight).DefaultIfEmpty().Max();
        for (var i = 0; i < readings.Terms.Length; i++)
        {
            if (readings.Terms[i].Weight == surest)
            {
                yield return new Clause(language, MathF.Sqrt(readings.Terms[i].Weight), [readings.TermKeys[i]], 0);
            }
        }

        if (readings.Grams.Length > 0)
        {
            yield return new Clause(language, analyzer.GramWeight(language), readings.GramKeys, ranking.GramShareOfAdded);
        }
    }

    private void AddClauses(LanguageCode language, WordReadings readings, bool hits, List<Clause> clauses)
    {
        for (var i = 0; i < readings.Terms.Length; i++)
        {
            clauses.Add(new Clause(language, MathF.Sqrt(readings.Terms[i].Weight), [readings.TermKeys[i]], 0));
        }

        if (readings.Grams.Length > 0)
        {
            clauses.Add(new Clause(language, analyzer.GramWeight(language), readings.GramKeys, hits ? ranking.GramShareBesideHits : ranking.GramShare));
        }
    }

    // A word that is not in the index may be misspelt, unless a dictionary has it and a part of it hits. Its own clauses stay
    // beside the correction.
    private PlannedWord Corrected(string word, List<Clause> clauses, LanguageCode[] languages, Correcting correcting)
    {
        var corrections = languages.SelectMany(language => correcting.Words(language, word).Select(nearest => (language, nearest))).ToList();
        var corrected =
            from correction in corrections
            from reading in analyzer.Read(correction.language, correction.nearest).Terms
            select new Clause(correction.language, MathF.Sqrt(reading.Weight) * ranking.CorrectionWeight, [TermKey.Of(reading.Text)], 0);
        return new PlannedWord(word, [.. clauses, .. corrected]) { Correction = corrections.Select(each => each.nearest).FirstOrDefault() };
    }

    private static bool Hits(WordReadings readings, Snapshot snapshot)
    {
        for (var i = 0; i < readings.Terms.Length; i++)
        {
            if ((readings.Known || readings.Terms[i].Weight >= 1) && snapshot.Has(readings.TermKeys[i]))
            {
                return true;
            }
        }

        return false;
    }
}
