using System.Runtime.InteropServices;

namespace ServiceTray.Search.Indexing;

/// <summary>Walks the dictionaries of several segments side by side and joins their postings under new numbers.</summary>
/// <param name="segments">The segments.</param>
/// <param name="renumbered">New number of each old document by segment, −1 for those left behind.</param>
internal sealed class PostingMerger(Segment[] segments, int[][] renumbered)
{
    private readonly List<byte[]> _terms = [];
    private readonly List<int> _offsets = [0];
    private readonly List<int> _documents = [];
    private readonly List<ushort> _frequencies = [];
    private readonly List<(int Document, ushort Frequency)> _joined = [];

    /// <summary>The joined dictionary.</summary>
    public TermDictionary Terms => TermDictionary.Of(_terms);

    /// <summary>The joined postings.</summary>
    public PostingLists Postings => PostingLists.Of(CollectionsMarshal.AsSpan(_offsets), CollectionsMarshal.AsSpan(_documents), CollectionsMarshal.AsSpan(_frequencies));

    /// <summary>Does it.</summary>
    public void Merge(CancellationToken cancellationToken)
    {
        var at = new int[segments.Length];
        while (Least(at) is { } term)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _joined.Clear();
            for (var part = 0; part < segments.Length; part++)
            {
                if (at[part] < segments[part].Terms.Count && segments[part].Terms[at[part]].SequenceEqual(term))
                {
                    Take(part, at[part]++);
                }
            }

            if (_joined.Count > 0)
            {
                Add(term);
            }
        }
    }

    private byte[]? Least(int[] at)
    {
        var least = -1;
        for (var part = 0; part < segments.Length; part++)
        {
            if (at[part] < segments[part].Terms.Count
                && (least < 0 || segments[part].Terms[at[part]].SequenceCompareTo(segments[least].Terms[at[least]]) < 0))
            {
                least = part;
            }
        }

        return least < 0 ? null : segments[least].Terms[at[least]].ToArray();
    }

    private void Take(int part, int term)
    {
        var postings = segments[part].Postings;
        var documents = postings.Documents(postings[term]);
        var frequencies = postings.Frequencies(postings[term]);
        for (var i = 0; i < documents.Length; i++)
        {
            if (renumbered[part][documents[i]] is >= 0 and var document)
            {
                _joined.Add((document, frequencies[i]));
            }
        }
    }

    private void Add(byte[] term)
    {
        _joined.Sort((a, b) => a.Document.CompareTo(b.Document));
        _terms.Add(term);
        foreach (var (document, frequency) in _joined)
        {
            _documents.Add(document);
            _frequencies.Add(frequency);
        }

        _offsets.Add(_documents.Count);
    }
}
