using System.Runtime.InteropServices;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Facets;

/// <summary>Counts keyword values over segments: a document that meets all filters counts everywhere, one that fails a single field's filter in that field's facet.</summary>
internal sealed class FacetCounter
{
    private readonly FacetRequest[] _requests;
    private readonly int[] _fields;
    private readonly List<SegmentCounts>[] _counted;
    private readonly SegmentCounts[] _current;

    public FacetCounter(IReadOnlyList<FacetRequest> requests, IndexSchema schema)
    {
        _requests = requests.Count == 0 ? [] : [.. requests.DistinctBy(request => request.Field, StringComparer.Ordinal)];
        _fields = Array.ConvertAll(_requests, request => schema.KeywordField(request.Field));
        _counted = Array.ConvertAll(_requests, _ => new List<SegmentCounts>(1));
        _current = new SegmentCounts[_requests.Length];
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

    /// <summary>Sends for what tells where that stands which is counted of a document.</summary>
    public void FetchBounds(int document)
    {
        foreach (var counts in _current)
        {
            counts.FetchBounds(document);
        }
    }

    /// <summary>Sends for what is counted of a document.</summary>
    public void Fetch(int document)
    {
        foreach (var counts in _current)
        {
            counts.Fetch(document);
        }
    }

    /// <summary>Counts a document.</summary>
    /// <param name="document">A document of the segment.</param>
    /// <param name="failedField">The one field whose filter it fails, or <see cref="ValueFilter.Meets"/>.</param>
    public void Count(int document, int failedField)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            if (failedField == ValueFilter.Meets || failedField == _fields[i])
            {
                _current[i].Count(document);
            }
        }
    }

    /// <summary>The counts by field, the most frequent first, ties by value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Result()
    {
        var result = new Dictionary<string, IReadOnlyList<FacetCount>>(_requests.Length, StringComparer.Ordinal);
        for (var i = 0; i < _requests.Length; i++)
        {
            result[_requests[i].Field] = Best(Counts(_counted[i]), _requests[i].Top);
        }

        return result;
    }

    // Each value that was counted in any segment, in order.
    private static List<FacetCount> Counts(List<SegmentCounts> segments)
    {
        var counts = segments.Count == 0 ? [] : segments[0].All();
        for (var i = 1; i < segments.Count; i++)
        {
            counts = Added(counts, segments[i].All());
        }

        return counts;
    }

    private static List<FacetCount> Added(List<FacetCount> one, List<FacetCount> other)
    {
        var both = new List<FacetCount>(one.Count + other.Count);
        var (i, j) = (0, 0);
        while (i < one.Count && j < other.Count)
        {
            var order = string.CompareOrdinal(one[i].Value, other[j].Value);
            both.Add(order < 0 ? one[i++] : order > 0 ? other[j++] : new FacetCount(one[i].Value, one[i++].Count + other[j++].Count));
        }

        both.AddRange(CollectionsMarshal.AsSpan(one)[i..]);
        both.AddRange(CollectionsMarshal.AsSpan(other)[j..]);
        return both;
    }

    /// <summary>The most frequent so many of values that stand in order, ties by value.</summary>
    private static FacetCount[] Best(List<FacetCount> counts, int most)
    {
        // Their places settle ties, so one number sorts both.
        var ranks = new long[counts.Count];
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = ((long)-counts[i].Count << 32) | (uint)i;
        }

        Array.Sort(ranks);
        var best = new FacetCount[Math.Clamp(most, 0, ranks.Length)];
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = counts[(int)(uint)ranks[i]];
        }

        return best;
    }
}
