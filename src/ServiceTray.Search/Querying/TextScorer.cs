using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>
/// BM25 over weighted fields: idf × tf ÷ (tf + k₁(1 − b + b·length ÷ average)), tf and length weighted by field before
/// saturation (S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", 2004);
/// idf = ln(1 + (N − n + ½) ÷ (n + ½)), as Lucene has it.
/// </summary>
internal sealed class TextScorer(Snapshot snapshot, TextPlan plan, RankingOptions ranking, long mostPostings)
{
    private readonly bool[] _damped = new bool[Languages.Count];
    private long _postings;

    // How many of the postings found have been read.
    private int _read;

    /// <summary>Whether words were left out because too many postings had been read.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Scores the documents of a segment, told by its number, within these runs into the scratch, by their place in the runs.</summary>
    public void Score(int number, DocumentRun[] runs, Scratch scratch)
    {
        var segment = snapshot.Segments[number].Segment;
        var demanded = false;
        Find(segment, number, runs, scratch.Postings);
        _read = 0;
        for (var word = 0; word < plan.Words.Length; word++)
        {
            if (_postings >= mostPostings)
            {
                Truncated = true;
                LeaveOut(word, scratch);
                return;
            }

            var sought = plan.Words[word];
            foreach (ref readonly var clause in sought.Terms.AsSpan())
            {
                ScoreClause(segment, clause, runs, demanded, scratch);
            }

            EndWord(plan.Demands(word), scratch);
            demanded |= plan.Demands(word);
        }
    }

    /// <summary>Whether any document of a segment, told by its number, has any of the words.</summary>
    public bool HasAny(int number)
    {
        foreach (var sought in plan.Words)
        {
            foreach (ref readonly var clause in sought.Terms.AsSpan())
            {
                foreach (var postings in clause.In(number))
                {
                    if (postings.Count > 0)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    // Nothing is known to have a demanded word that was not read.
    private void LeaveOut(int from, Scratch scratch)
    {
        for (var word = from; word < plan.Asked.Length; word++)
        {
            if (plan.Demands(word))
            {
                scratch.Clear();
                return;
            }
        }
    }

    // Lists lie far apart in memory: all are sent for before the first is read, and what tells how often before the first is scored.
    private void Find(Segment segment, int number, DocumentRun[] runs, List<PostingRange> found)
    {
        foreach (var sought in plan.Words)
        {
            foreach (ref readonly var clause in sought.Terms.AsSpan())
            {
                foreach (var postings in clause.In(number))
                {
                    segment.Postings.Fetch(postings, runs, segment.Count);
                }
            }
        }

        found.Clear();
        foreach (var sought in plan.Words)
        {
            foreach (ref readonly var clause in sought.Terms.AsSpan())
            {
                foreach (var postings in clause.In(number))
                {
                    foreach (var run in runs)
                    {
                        found.Add(segment.Postings.Among(postings, run, segment.Count));
                    }
                }
            }
        }
    }

    private void ScoreClause(Segment segment, in ClauseTerms clause, DocumentRun[] runs, bool demanded, Scratch scratch)
    {
        var lengths = segment.Lengths[(int)clause.Language];
        var damping = Damping(clause.Language, scratch);
        var (rarities, left, least) = (clause.Rarities, clause.Rarity, clause.Least);
        for (var i = 0; i < rarities.Length; i++)
        {
            // What has none of the rarer terms cannot have enough of the clause any more, but for a hair of rounding.
            var begins = left >= least * (1 - 1e-5f);
            left -= rarities[i];
            var place = 0;
            foreach (var run in runs)
            {
                var range = scratch.Postings[_read++];
                _postings += range.Count;
                var postings = new Postings(segment.Postings.Documents(range), segment.Postings.Frequencies(range), lengths.Slice(run.Start, run.Length), damping, run.Start, place);
                if (clause.Sums)
                {
                    Sum(postings, rarities[i], begins, demanded, scratch);
                }
                else
                {
                    Best(postings, clause.Weight * rarities[i], demanded, scratch);
                }

                place += run.Length;
            }
        }

        EndClause(clause.Weight, least, scratch);
    }

    // What a document's length adds to a term's frequency where it saturates; reckoned once a search.
    private float[] Damping(LanguageCode language, Scratch scratch)
    {
        var damping = scratch.Damping[(int)language];
        if (_damped[(int)language])
        {
            return damping;
        }

        var flat = ranking.SaturationK1 * (1 - ranking.LengthB);
        var perWord = ranking.SaturationK1 * ranking.LengthB / snapshot.Statistics[(int)language].AverageLength;
        var lengths = PackedLength.Lengths;
        for (var packed = 0; packed < damping.Length; packed++)
        {
            damping[packed] = flat + (perWord * lengths[packed]);
        }

        _damped[(int)language] = true;
        return damping;
    }

    // A term's postings in a run; the run's documents have their lengths and places one after another.
    private readonly ref struct Postings(ReadOnlySpan<int> documents, ReadOnlySpan<ushort> frequencies, ReadOnlySpan<byte> lengths, float[] damping, int start, int place)
    {
        public readonly ReadOnlySpan<int> Documents = documents;
        public readonly ReadOnlySpan<ushort> Frequencies = frequencies;
        public readonly ReadOnlySpan<byte> Lengths = lengths;
        public readonly float[] Damping = damping;
        public readonly int Start = start;
        public readonly int Place = place;
    }

    // Where a word was demanded, only what has it is looked at further.
    private static void Best(in Postings postings, float weight, bool demanded, Scratch scratch)
    {
        var totals = scratch.Total.AsSpan(postings.Place, postings.Lengths.Length);
        var word = scratch.Word.AsSpan(postings.Place, postings.Lengths.Length);
        var damping = postings.Damping;
        var room = scratch.WordFound.Room;
        var added = 0;
        for (var i = 0; i < postings.Documents.Length; i++)
        {
            var at = postings.Documents[i] - postings.Start;
            if (demanded && totals[at] == 0)
            {
                continue;
            }

            var frequency = postings.Frequencies[i] * PostingLists.Unit;
            var score = weight * frequency / (frequency + damping[postings.Lengths[at]]);
            ref var best = ref word[at];
            room[added] = postings.Place + at;
            added += OneIfZero(best);
            best = float.MaxNative(best, score);
        }

        scratch.WordFound.Take(added);
    }

    private static void Sum(in Postings postings, float rarity, bool begins, bool demanded, Scratch scratch)
    {
        var totals = scratch.Total.AsSpan(postings.Place, postings.Lengths.Length);
        var sums = scratch.Sums.AsSpan(postings.Place, postings.Lengths.Length);
        var damping = postings.Damping;
        var room = scratch.SumFound.Room;
        var added = 0;
        for (var i = 0; i < postings.Documents.Length; i++)
        {
            var at = postings.Documents[i] - postings.Start;
            ref var sum = ref sums[at];
            if ((!begins && sum.Share == 0) || (demanded && totals[at] == 0))
            {
                continue;
            }

            var frequency = postings.Frequencies[i] * PostingLists.Unit;
            room[added] = postings.Place + at;
            added += OneIfZero(sum.Share);
            sum.Score += rarity * frequency / (frequency + damping[postings.Lengths[at]]);
            sum.Share += rarity;
        }

        scratch.SumFound.Take(added);
    }

    // Of a number that is never less than 0; whether a document is new cannot be foretold, and a branch would wait for it.
    private static int OneIfZero(float number) => (BitConverter.SingleToInt32Bits(number) - 1) >>> 31;

    private static void EndClause(float weight, float least, Scratch scratch)
    {
        var (sums, word) = (scratch.Sums, scratch.Word);
        var room = scratch.WordFound.Room;
        var added = 0;
        foreach (var place in scratch.SumFound.Span)
        {
            ref var sum = ref sums[place];
            if (sum.Share >= least)
            {
                ref var best = ref word[place];
                room[added] = place;
                added += OneIfZero(best);
                best = float.MaxNative(best, weight * sum.Score);
            }

            sum = default;
        }

        scratch.WordFound.Take(added);
        scratch.SumFound.Clear();
    }

    private static void EndWord(bool demands, Scratch scratch)
    {
        // What was found before by words that are not demanded stays only where it has this one.
        if (demands)
        {
            scratch.Found.Keep(scratch.Total, scratch.Word);
        }

        var (totals, word) = (scratch.Total, scratch.Word);
        var room = scratch.Found.Room;
        var added = 0;
        foreach (var place in scratch.WordFound.Span)
        {
            ref var total = ref totals[place];
            room[added] = place;
            added += OneIfZero(total);
            total += word[place];
            word[place] = 0;
        }

        scratch.Found.Take(added);
        scratch.WordFound.Clear();
    }
}
