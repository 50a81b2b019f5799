using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Those terms of a clause that are read in a snapshot, the rarest first: how rare each is and where its postings stand in each segment.</summary>
/// <param name="Rarities">The inverse document frequency of each, more than 0.</param>
/// <param name="Postings">Where the postings of each stand, by segment; none in one that has not the term.</param>
/// <param name="Rarity">All rarities together.</param>
internal readonly record struct ClauseTerms(float[] Rarities, PostingRange[][] Postings, float Rarity)
{
    // Pieces that very many documents have tell least and cost most; the others tell enough.
    private const int AlwaysRead = 1_000;
    private const int ReadPerRoot = 8;
    private const int LeastRead = 2;

    /// <summary>Of one clause.</summary>
    /// <param name="having">How many documents have each of its terms.</param>
    /// <param name="postings">For each segment where the postings of all terms sought stand.</param>
    /// <param name="first">Where the clause's terms begin among them.</param>
    /// <param name="all">How many documents have text in the clause's language.</param>
    public static ClauseTerms Of(ReadOnlySpan<int> having, PostingRange[][] postings, int first, int all)
    {
        var most = having.Length == 1 ? int.MaxValue : Most(having, all);
        var read = 0;
        foreach (var count in having)
        {
            read += count > 0 && count <= most ? 1 : 0;
        }

        if (read == 0)
        {
            return new ClauseTerms([], [], 0);
        }

        var (rarities, terms, sum) = (new float[read], new int[read], 0f);
        for (var (term, at) = (0, 0); term < having.Length; term++)
        {
            if (having[term] is > 0 and var count && count <= most)
            {
                rarities[at] = MathF.Log(1 + ((all - count + 0.5f) / (count + 0.5f)));
                sum += rarities[at];
                terms[at++] = first + term;
            }
        }

        Array.Sort(rarities, terms);
        Array.Reverse(rarities);
        Array.Reverse(terms);
        var own = new PostingRange[postings.Length][];
        for (var segment = 0; segment < own.Length; segment++)
        {
            own[segment] = new PostingRange[read];
            for (var i = 0; i < read; i++)
            {
                own[segment][i] = postings[segment][terms[i]];
            }
        }

        return new ClauseTerms(rarities, own, sum);
    }

    private static int Most(ReadOnlySpan<int> having, int all)
    {
        var most = Math.Max(AlwaysRead, (int)(ReadPerRoot * Math.Sqrt(all)));
        if (having.IndexOfAnyInRange(most + 1, int.MaxValue) < 0)
        {
            return most;
        }

        int[] sorted = [.. having];
        Array.Sort(sorted);
        var told = sorted.AsSpan(sorted.AsSpan().IndexOfAnyExcept(0));
        return Math.Max(most, told[Math.Min(LeastRead, told.Length) - 1]);
    }
}
