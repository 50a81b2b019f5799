using System.Runtime.InteropServices;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Facets;

/// <summary>Counts keyword values over segments: a document that meets all filters counts everywhere, one that fails a single field's filter in that field's facet.</summary>
internal sealed class FacetCounter
{
    private readonly FacetRequest[] _requests;
    private readonly int[] _fields;
    private readonly Dictionary<string, int>[] _totals;
    private readonly int[][] _counts;
    private Segment? _segment;

    public FacetCounter(IReadOnlyList<FacetRequest> requests, IndexSchema schema)
    {
        _requests = [.. requests.DistinctBy(request => request.Field, StringComparer.Ordinal)];
        _fields = [.. _requests.Select(request => schema.KeywordField(request.Field))];
        _totals = [.. _requests.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        _counts = new int[_requests.Length][];
    }

    /// <summary>Begins with a segment.</summary>
    public void Begin(Segment segment)
    {
        _segment = segment;
        for (var i = 0; i < _fields.Length; i++)
        {
            _counts[i] = new int[segment.Keywords[_fields[i]].Values.Length];
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
                foreach (var value in _segment!.Keywords[_fields[i]][document])
                {
                    _counts[i][value]++;
                }
            }
        }
    }

    /// <summary>Ends with the segment.</summary>
    public void End()
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            var values = _segment!.Keywords[_fields[i]].Values;
            for (var value = 0; value < values.Length; value++)
            {
                if (_counts[i][value] > 0)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_totals[i], values[value], out _) += _counts[i][value];
                }
            }
        }
    }

    /// <summary>The counts by field, the most frequent first, ties by value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Result()
    {
        var result = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        for (var i = 0; i < _requests.Length; i++)
        {
            var counts = _totals[i].Select(pair => new FacetCount(pair.Key, pair.Value)).ToArray();
            Array.Sort(counts, (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value));
            result[_requests[i].Field] = counts.Length > _requests[i].Top ? counts[..Math.Max(0, _requests[i].Top)] : counts;
        }

        return result;
    }
}
