using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>For each term the documents that have it, in order, with how often (weighted, in hundredths).</summary>
internal sealed class PostingLists(int[] offsets, int[] documents, ushort[] frequencies)
{
    /// <summary>What one hundredth is.</summary>
    public const float Unit = 0.01f;

    /// <summary>How many documents have the term.</summary>
    public int Count(int term) => offsets[term + 1] - offsets[term];

    /// <summary>The documents that have the term.</summary>
    public ReadOnlySpan<int> Documents(int term) => documents.AsSpan(offsets[term], Count(term));

    /// <summary>How often each of them has it, in hundredths.</summary>
    public ReadOnlySpan<ushort> Frequencies(int term) => frequencies.AsSpan(offsets[term], Count(term));

    /// <summary>A weighted frequency in hundredths; the greatest that fits where it is more.</summary>
    public static ushort Pack(float frequency) => (ushort)Math.Clamp(MathF.Round(frequency / Unit), 1, ushort.MaxValue);

    public void Write(SectionWriter writer)
    {
        writer.Array<int>(offsets);
        writer.Array<int>(documents);
        writer.Array<ushort>(frequencies);
    }

    public static PostingLists Read(SectionReader reader) => new(reader.Array<int>(), reader.Array<int>(), reader.Array<ushort>());
}
