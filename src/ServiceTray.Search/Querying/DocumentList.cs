namespace ServiceTray.Search.Querying;

/// <summary>A growing list of documents that never grows while it is filled.</summary>
internal sealed class DocumentList
{
    private int[] _documents = [];
    private int _count;

    /// <summary>The documents so far.</summary>
    public ReadOnlySpan<int> Span => _documents.AsSpan(0, _count);

    /// <summary>Makes room for so many.</summary>
    public void Fit(int most)
    {
        if (_documents.Length < most)
        {
            _documents = new int[most];
        }
    }

    public void Add(int document) => _documents[_count++] = document;

    public void Clear() => _count = 0;
}
