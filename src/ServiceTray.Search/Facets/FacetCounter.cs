using System.Buffers;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Facets;

/// <summary>Counts keyword values over segments: a document that meets all filters counts everywhere, one that fails a single field's filter in that field's facet.</summary>
internal sealed class FacetCounter
{
    private static readonly Dictionary<string, IReadOnlyList<FacetCount>> Nothing = [];

    private readonly FacetRequest[] _requests;
    private readonly int[] _fields;
    private readonly List<SegmentCounts>[] _counted;
    private readonly SegmentCounts[] _current;

    public FacetCounter(IReadOnlyList<FacetRequest> requests, IndexSchema schema)
    {
        _requests = requests.Count == 0 ? [] : [.. requests.DistinctBy(request => request.Field, StringComparer.Ordinal)];
        (_fields, _counted, _current) = (new int[_requests.Length], new List<SegmentCounts>[_requests.Length], new SegmentCounts[_requests.Length]);
        for (var i = 0; i < _requests.Length; i++)
        {
            (_fields[i], _counted[i]) = (schema.KeywordField(_requests[i].Field), new List<SegmentCounts>(1));
        }
    }

    /// <summary>Begins with a segment.</summary>
    public void Begin(Segment segment)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            _current[i] = new SegmentCounts(segment.Keywords[_fields[i]]);
            _counted[i].Add(_current[i]);
        }
    }

    /// <summary>Sends for what is counted of documents.</summary>
    public void Fetch(ReadOnlySpan<int> documents)
    {
        foreach (var counts in _current)
        {
            counts.Fetch(documents);
        }
    }

    /// <summary>Counts documents.</summary>
    /// <param name="documents">Documents of the segment.</param>
    /// <param name="failedFields">The one field whose filter each fails, or <see cref="ValueFilter.Meets"/>.</param>
    public void Count(ReadOnlySpan<int> documents, ReadOnlySpan<int> failedFields)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            _current[i].Count(documents, failedFields, _fields[i]);
        }
    }

    /// <summary>The counts by field, the most frequent first, ties by value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Result()
    {
        if (_requests.Length == 0)
        {
            return Nothing;
        }

        var result = new Dictionary<string, IReadOnlyList<FacetCount>>(_requests.Length, StringComparer.Ordinal);
        for (var i = 0; i < _requests.Length; i++)
        {
            var (values, counts) = Joined(_counted[i]);
            result[_requests[i].Field] = MostFrequent.Of(values, counts.AsSpan(0, values.Length), _requests[i].Top);
            ArrayPool<int>.Shared.Return(counts);
        }

        return result;
    }

    // The values of all segments, in order, with their counts in a rented array; of several segments only those that were counted.
    private static (string[] Values, int[] Counts) Joined(List<SegmentCounts> segments)
    {
        if (segments.Count == 0)
        {
            return ([], SegmentCounts.Rent(0));
        }

        var (values, counts) = (segments[0].Values, segments[0].End());
        for (var i = 1; i < segments.Count; i++)
        {
            var (before, others) = (counts, segments[i].End());
            (values, counts) = Joined(values, before, segments[i].Values, others);
            ArrayPool<int>.Shared.Return(before);
            ArrayPool<int>.Shared.Return(others);
        }

        return (values, counts);
    }

    private static (string[] Values, int[] Counts) Joined(string[] values, int[] counts, string[] others, int[] otherCounts)
    {
        var (both, sums) = (new List<string>(), SegmentCounts.Rent(values.Length + others.Length));
        for (var (i, j) = (Next(counts, 0, values.Length), Next(otherCounts, 0, others.Length)); i < values.Length || j < others.Length;)
        {
            var order = i == values.Length ? 1 : j == others.Length ? -1 : string.CompareOrdinal(values[i], others[j]);
            sums[both.Count] = (order <= 0 ? counts[i] : 0) + (order >= 0 ? otherCounts[j] : 0);
            both.Add(order <= 0 ? values[i] : others[j]);
            i = order <= 0 ? Next(counts, i + 1, values.Length) : i;
            j = order >= 0 ? Next(otherCounts, j + 1, others.Length) : j;
        }

        return ([.. both], sums);
    }

    // The next value that was counted, from a place on.
    private static int Next(int[] counts, int from, int end) =>
        counts.AsSpan(from, end - from).IndexOfAnyExcept(0) is >= 0 and var after ? from + after : end;
}
