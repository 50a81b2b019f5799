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
            result[_requests[i].Field] = _counted[i] is [var only] ? only.Best(_requests[i].Top) : Together(_counted[i], _requests[i].Top);
        }

        return result;
    }

    private static FacetCount[] Together(List<SegmentCounts> segments, int most)
    {
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (value, count) in segments.SelectMany(segment => segment.All()))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(totals, value, out _) += count;
        }

        return [.. totals.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most).Select(pair => new FacetCount(pair.Key, pair.Value))];
    }
}
