using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>What of a clause is read in a snapshot: its terms there, the rarest first. Flat, since of a word that is asked again little is in reach of the processor.</summary>
internal readonly struct ClauseTerms
{
    // Pieces that very many documents have tell least and cost most; the others tell enough.
    private const int AlwaysRead = 1_000;
    private const int ReadPerRoot = 8;
    private const int LeastRead = 2;

    private readonly PostingRange[] _postings;

    private ClauseTerms(Clause clause, float[] rarities, PostingRange[] postings, float rarity)
    {
        (Rarities, _postings, Rarity) = (rarities, postings, rarity);
        (Language, Weight, Sums, Least) = (clause.Language, clause.Weight, clause.Terms.Length > 1, clause.LeastShare * rarity);
    }

    /// <summary>The language of its terms.</summary>
    public LanguageCode Language { get; }

    /// <summary>What the sum is weighed with.</summary>
    public float Weight { get; }

    /// <summary>Whether terms are added; otherwise there is one.</summary>
    public bool Sums { get; }

    /// <summary>The inverse document frequency of each term, more than 0.</summary>
    public float[] Rarities { get; }

    /// <summary>All rarities together.</summary>
    public float Rarity { get; }

    /// <summary>What the rarities of a document's terms must come to.</summary>
    public float Least { get; }

    /// <summary>Where the postings of each stand in a segment; none where it has not the term.</summary>
    public ReadOnlySpan<PostingRange> In(int segment) => _postings.AsSpan(segment * Rarities.Length, Rarities.Length);

    /// <summary>Of one clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="having">How many documents have each of its terms.</param>
    /// <param name="postings">For each segment where the postings of all terms sought stand.</param>
    /// <param name="first">Where the clause's terms begin among them.</param>
    /// <param name="all">How many documents have text in the clause's language.</param>
    public static ClauseTerms Of(Clause clause, ReadOnlySpan<int> having, PostingRange[][] postings, int first, int all)
    {
        var most = having.Length == 1 ? int.MaxValue : Most(having, all);
        var read = 0;
        foreach (var count in having)
        {
            read += count > 0 && count <= most ? 1 : 0;
        }

        if (read == 0)
        {
            return new ClauseTerms(clause, [], [], 0);
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
        var own = new PostingRange[postings.Length * read];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = postings[i / read][terms[i % read]];
        }

        return new ClauseTerms(clause, rarities, own, sum);
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
