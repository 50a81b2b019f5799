using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>For each term the documents that have it, in order, with how often (weighted, in hundredths).</summary>
internal sealed class PostingLists(Block<int> offsets, Block<int> documents, Block<ushort> frequencies)
{
    /// <summary>What one hundredth is.</summary>
    public const float Unit = 0.01f;

    // Documents in a line of memory.
    private const int Line = 16;

    /// <summary>From arrays.</summary>
    public static PostingLists Of(ReadOnlySpan<int> offsets, ReadOnlySpan<int> documents, ReadOnlySpan<ushort> frequencies) =>
        new(Block<int>.Of(offsets), Block<int>.Of(documents), Block<ushort>.Of(frequencies));

    /// <summary>How many documents have the term.</summary>
    public int Count(int term) => offsets[term + 1] - offsets[term];

    /// <summary>Where a term's postings stand.</summary>
    public PostingRange this[int term] => new(offsets[term], Count(term));

    /// <summary>Where the postings of terms stand; −1 stands for a term that has none.</summary>
    public PostingRange[] Ranges(ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            offsets.Fetch(Math.Max(0, term));
        }

        var ranges = new PostingRange[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            ranges[i] = terms[i] < 0 ? default : this[terms[i]];
        }

        return ranges;
    }

    /// <summary>The documents of some postings.</summary>
    public ReadOnlySpan<int> Documents(PostingRange range) => documents.Slice(range.First, range.Count);

    /// <summary>How often each of them has the term, in hundredths.</summary>
    public ReadOnlySpan<ushort> Frequencies(PostingRange range) => frequencies.Slice(range.First, range.Count);

    /// <summary>Sends for the memory where a term's postings in these runs likely begin, without waiting for it.</summary>
    public void Fetch(PostingRange range, DocumentRun[] runs, int all)
    {
        if (range.Count == 0)
        {
            return;
        }

        foreach (var run in runs)
        {
            var guess = range.First + Math.Min(run.Guess(range.Count, all), range.Count - 1);
            documents.Fetch(guess - Line);
            documents.Fetch(guess);
            documents.Fetch(guess + Line);
        }
    }

    /// <summary>Those of a term's postings whose documents are of a run; how often is sent for.</summary>
    public PostingRange Among(PostingRange range, DocumentRun run, int all)
    {
        var (from, to) = run.Among(Documents(range), all);
        frequencies.Fetch(range.First + from);
        frequencies.Fetch(range.First + to - 1);
        return new PostingRange(range.First + from, to - from);
    }

    /// <summary>A weighted frequency in hundredths; the greatest that fits where it is more.</summary>
    public static ushort Pack(float frequency) => (ushort)Math.Clamp(MathF.Round(frequency / Unit), 1, ushort.MaxValue);

    public void Write(SectionWriter writer)
    {
        writer.Block(offsets);
        writer.Block(documents);
        writer.Block(frequencies);
    }

    public static PostingLists Read(SectionReader reader) => new(reader.Block<int>(), reader.Block<int>(), reader.Block<ushort>());
}
