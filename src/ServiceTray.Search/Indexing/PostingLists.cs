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

    /// <summary>Adds how many documents have each of these terms; −1 stands for none.</summary>
    public void AddCounts(ReadOnlySpan<int> terms, Span<int> counts)
    {
        foreach (var term in terms)
        {
            offsets.Fetch(Math.Max(0, term));
        }

        for (var i = 0; i < terms.Length; i++)
        {
            counts[i] += terms[i] < 0 ? 0 : Count(terms[i]);
        }
    }

    /// <summary>The documents that have the term.</summary>
    public ReadOnlySpan<int> Documents(int term) => documents.Slice(offsets[term], Count(term));

    /// <summary>How often each of them has it, in hundredths.</summary>
    public ReadOnlySpan<ushort> Frequencies(int term) => frequencies.Slice(offsets[term], Count(term));

    /// <summary>Sends for the memory where a term's postings in these runs likely lie, without waiting for it.</summary>
    public void Fetch(int term, DocumentRun[] runs, int all)
    {
        var count = Count(term);
        if (count == 0)
        {
            return;
        }

        foreach (var run in runs)
        {
            var guess = offsets[term] + Math.Min(run.Guess(count, all), count - 1);
            documents.Fetch(guess - Line);
            documents.Fetch(guess);
            documents.Fetch(guess + Line);
            frequencies.Fetch(guess);
        }
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
