using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>
/// BM25 over weighted fields: idf × tf ÷ (tf + k₁(1 − b + b·length ÷ average)), tf and length weighted by field before
/// saturation (S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", 2004);
/// idf = ln(1 + (N − n + ½) ÷ (n + ½)), as Lucene has it.
/// </summary>
internal sealed class TextScorer(Snapshot snapshot, TextPlan plan, RankingOptions ranking, long mostPostings)
{
    private readonly float[][][] _idfs =
        [.. plan.Words.Select(word => word.Clauses.Select(clause => clause.Terms.Select(term => Idf(snapshot, clause, term)).ToArray()).ToArray())];

    private long _postings;

    /// <summary>Whether words were left out because too many postings had been read.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Scores a segment's documents within these runs into the scratch.</summary>
    public void Score(Segment segment, IReadOnlyList<DocumentRun> runs, Scratch scratch)
    {
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
                ScoreClause(segment, clauses[i], _idfs[word][i], runs, scratch);
            }

            EndWord(scratch);
        }
    }

    private void ScoreClause(Segment segment, Clause clause, float[] idfs, IReadOnlyList<DocumentRun> runs, Scratch scratch)
    {
        var lengths = segment.Lengths[(int)clause.Language];
        var flat = ranking.SaturationK1 * (1 - ranking.LengthB);
        var perWord = ranking.SaturationK1 * ranking.LengthB / snapshot.Statistics[(int)clause.Language].AverageLength;
        for (var i = 0; i < clause.Terms.Length; i++)
        {
            var term = segment.Terms.Find(clause.Terms[i]);
            if (term < 0)
            {
                continue;
            }

            var documents = segment.Postings.Documents(term);
            var frequencies = segment.Postings.Frequencies(term);
            foreach (var run in runs)
            {
                var at = run.FirstIn(documents);
                for (; at < documents.Length && documents[at] < run.End; at++)
                {
                    _postings++;
                    var document = documents[at];
                    var frequency = frequencies[at] * PostingLists.Unit;
                    if (scratch.Sum[document] == 0)
                    {
                        scratch.SumFound.Add(document);
                    }

                    scratch.Sum[document] += idfs[i] * frequency / (frequency + flat + (perWord * lengths[document]));
                    scratch.Share[document] += idfs[i];
                }
            }
        }

        EndClause(clause, clause.LeastShare * idfs.Sum(), scratch);
    }

    private static void EndClause(Clause clause, float least, Scratch scratch)
    {
        foreach (var document in scratch.SumFound.Span)
        {
            if (scratch.Share[document] >= least)
            {
                var score = clause.Weight * scratch.Sum[document];
                if (scratch.Word[document] == 0)
                {
                    scratch.WordFound.Add(document);
                }

                scratch.Word[document] = Math.Max(scratch.Word[document], score);
            }

            scratch.Sum[document] = 0;
            scratch.Share[document] = 0;
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

    private static float Idf(Snapshot snapshot, Clause clause, byte[] term)
    {
        var having = 0;
        foreach (var live in snapshot.Segments)
        {
            var number = live.Segment.Terms.Find(term);
            having += number < 0 ? 0 : live.Segment.Postings.Count(number);
        }

        var all = snapshot.Statistics[(int)clause.Language].Documents;
        return having == 0 ? 0 : MathF.Log(1 + ((all - having + 0.5f) / (having + 0.5f)));
    }
}
