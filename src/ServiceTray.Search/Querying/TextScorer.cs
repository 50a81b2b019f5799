using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>
/// BM25 over weighted fields: idf × tf ÷ (tf + k₁(1 − b + b·length ÷ average)), tf and length weighted by field before
/// saturation (S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", 2004);
/// idf = ln(1 + (N − n + ½) ÷ (n + ½)), as Lucene has it.
/// </summary>
internal sealed class TextScorer(Snapshot snapshot, TextPlan plan, RankingOptions ranking, long mostPostings)
{
    private readonly ClauseTerms[][] _terms =
        [.. plan.Words.Select(word => word.Clauses.Select(clause => ClauseTerms.Of(snapshot, clause)).ToArray())];

    private long _postings;

    /// <summary>Whether words were left out because too many postings had been read.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Scores the documents of a segment, told by its number, within these runs into the scratch.</summary>
    public void Score(int number, IReadOnlyList<DocumentRun> runs, Scratch scratch)
    {
        var segment = snapshot.Segments[number].Segment;
        for (var word = 0; word < plan.Words.Count; word++)
        {
            if (_postings >= mostPostings)
            {
                Truncated = true;
                return;
            }

            var clauses = plan.Words[word].Clauses;
            for (var i = 0; i < clauses.Count; i++)
            {
                ScoreClause(segment, clauses[i], _terms[word][i].Rarities, _terms[word][i].Numbers[number], runs, scratch);
            }

            EndWord(scratch);
        }
    }

    private void ScoreClause(Segment segment, Clause clause, float[] rarities, int[] numbers, IReadOnlyList<DocumentRun> runs, Scratch scratch)
    {
        var lengths = segment.Lengths[(int)clause.Language];
        var flat = ranking.SaturationK1 * (1 - ranking.LengthB);
        var perWord = ranking.SaturationK1 * ranking.LengthB / snapshot.Statistics[(int)clause.Language].AverageLength;
        for (var i = 0; i < rarities.Length; i++)
        {
            var term = numbers[i];
            if (term < 0 || rarities[i] == 0)
            {
                continue;
            }

            var documents = segment.Postings.Documents(term);
            var frequencies = segment.Postings.Frequencies(term);
            foreach (var run in runs)
            {
                var (from, to) = run.Among(documents);
                _postings += to - from;
                var own = documents[from..to];
                var count = frequencies[from..to];
                if (rarities.Length == 1)
                {
                    Best(own, count, clause.Weight * rarities[i], flat, perWord, lengths, scratch);
                }
                else
                {
                    Sum(own, count, rarities[i], flat, perWord, lengths, scratch);
                }

                documents = documents[to..];
                frequencies = frequencies[to..];
            }
        }

        EndClause(clause, rarities, scratch);
    }

    private static void Best(ReadOnlySpan<int> documents, ReadOnlySpan<ushort> frequencies, float weight, float flat, float perWord, float[] lengths, Scratch scratch)
    {
        var word = scratch.Word;
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            var frequency = frequencies[i] * PostingLists.Unit;
            var score = weight * frequency / (frequency + flat + (perWord * lengths[document]));
            ref var best = ref word[document];
            if (best == 0)
            {
                scratch.WordFound.Add(document);
            }

            best = Math.Max(best, score);
        }
    }

    private static void Sum(ReadOnlySpan<int> documents, ReadOnlySpan<ushort> frequencies, float rarity, float flat, float perWord, float[] lengths, Scratch scratch)
    {
        var sums = scratch.Sums;
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            var frequency = frequencies[i] * PostingLists.Unit;
            ref var sum = ref sums[document];
            if (sum.Share == 0)
            {
                scratch.SumFound.Add(document);
            }

            sum.Score += rarity * frequency / (frequency + flat + (perWord * lengths[document]));
            sum.Share += rarity;
        }
    }

    private static void EndClause(Clause clause, float[] rarities, Scratch scratch)
    {
        var least = clause.LeastShare * rarities.Sum();
        foreach (var document in scratch.SumFound.Span)
        {
            ref var sum = ref scratch.Sums[document];
            if (sum.Share >= least)
            {
                if (scratch.Word[document] == 0)
                {
                    scratch.WordFound.Add(document);
                }

                scratch.Word[document] = Math.Max(scratch.Word[document], clause.Weight * sum.Score);
            }

            sum = default;
        }

        scratch.SumFound.Clear();
    }

    private static void EndWord(Scratch scratch)
    {
        foreach (var document in scratch.WordFound.Span)
        {
            if (scratch.Total[document] == 0)
            {
                scratch.Found.Add(document);
            }

            scratch.Total[document] += scratch.Word[document];
            scratch.Word[document] = 0;
        }

        scratch.WordFound.Clear();
    }
}
