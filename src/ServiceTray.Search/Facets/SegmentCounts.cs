using System.Buffers;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Facets;

/// <summary>How many documents of one segment have each value of a field; while they pass by, how many have each set of values.</summary>
internal sealed class SegmentCounts
{
    private readonly KeywordColumn _column;
    private readonly int[] _sets;

    public SegmentCounts(KeywordColumn column) => (_column, _sets) = (column, Rent(column.Sets));

    /// <summary>The values, in order.</summary>
    public string[] Values => _column.Values;

    /// <summary>Sends for what is counted of documents.</summary>
    public void Fetch(ReadOnlySpan<int> documents) => _column.Fetch(documents);

    /// <summary>Counts those documents that fail no filter, or only that of this field.</summary>
    public void Count(ReadOnlySpan<int> documents, ReadOnlySpan<int> failedFields, int field)
    {
        var (sets, counts) = (_column.SetOf, _sets);
        for (var i = 0; i < documents.Length; i++)
        {
            if (failedFields[i] == ValueFilter.Meets || failedFields[i] == field)
            {
                counts[sets[documents[i]]]++;
            }
        }
    }

    /// <summary>How many documents have each value, in a rented array that may be longer; ends the counting.</summary>
    public int[] End()
    {
        var counts = Rent(Values.Length);
        _column.AddCounts(_sets.AsSpan(0, _column.Sets), counts);
        ArrayPool<int>.Shared.Return(_sets);
        return counts;
    }

    /// <summary>So many zeros, and perhaps something after them.</summary>
    public static int[] Rent(int length)
    {
        var counts = ArrayPool<int>.Shared.Rent(length);
        counts.AsSpan(0, length).Clear();
        return counts;
    }
}
