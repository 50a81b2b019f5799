using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>A list of values for each document, in two blocks.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="offsets">Where each document's values start, and one end more.</param>
/// <param name="values">All values.</param>
internal sealed class Lists<T>(Block<int> offsets, Block<T> values)
    where T : unmanaged
{
    /// <summary>How many values all documents have.</summary>
    public int ValueCount => values.Length;

    /// <summary>The values of a document.</summary>
    public ReadOnlySpan<T> this[int document] => values.Slice(offsets[document], offsets[document + 1] - offsets[document]);

    /// <summary>From the rows' own lists.</summary>
    public static Lists<T> Of<TRow>(IReadOnlyList<TRow> rows, Func<TRow, T[]> valuesOf)
    {
        var offsets = new int[rows.Count + 1];
        var values = new List<T>();
        for (var i = 0; i < rows.Count; i++)
        {
            values.AddRange(valuesOf(rows[i]));
            offsets[i + 1] = values.Count;
        }

        return new Lists<T>(Block<int>.Of(offsets), Block<T>.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values)));
    }

    /// <summary>Sends for the memory that tells where a document's values stand, without waiting for it.</summary>
    public void FetchBounds(int document) => offsets.Fetch(document);

    /// <summary>Where a document's values stand among all.</summary>
    public (int From, int To) Bounds(int document) => (offsets[document], offsets[document + 1]);

    public void Write(SectionWriter writer)
    {
        writer.Block(offsets);
        writer.Block(values);
    }

    public static Lists<T> Read(SectionReader reader) => new(reader.Block<int>(), reader.Block<T>());
}
