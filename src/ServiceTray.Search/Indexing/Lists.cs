using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>A list of values for each document, in two arrays.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="offsets">Where each document's values start, and one end more.</param>
/// <param name="values">All values.</param>
internal sealed class Lists<T>(int[] offsets, T[] values)
    where T : unmanaged
{
    /// <summary>How many documents.</summary>
    public int Count => offsets.Length - 1;

    /// <summary>All values, document after document.</summary>
    public T[] Values => values;

    /// <summary>The values of a document.</summary>
    public ReadOnlySpan<T> this[int document] => values.AsSpan(offsets[document], offsets[document + 1] - offsets[document]);

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

        return new Lists<T>(offsets, [.. values]);
    }

    public void Write(SectionWriter writer)
    {
        writer.Array<int>(offsets);
        writer.Array<T>(values);
    }

    public static Lists<T> Read(SectionReader reader) => new(reader.Array<int>(), reader.Array<T>());
}
