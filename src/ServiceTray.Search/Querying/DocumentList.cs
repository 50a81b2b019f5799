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
        if (_documents.Length <= most)
        {
            _documents = new int[most + 1];
        }
    }

    /// <summary>Where the next ones are put, with one place more than what may come: who writes each and goes on only past the new need not branch.</summary>
    public Span<int> Room => _documents.AsSpan(_count);

    /// <summary>Takes so many of the room.</summary>
    public void Take(int count) => _count += count;

    /// <summary>Keeps those for which the second array tells something; what the first tells of the others is set back to nothing.</summary>
    public void Keep(float[] totals, float[] told)
    {
        var kept = 0;
        foreach (var document in Span)
        {
            if (told[document] == 0)
            {
                totals[document] = 0;
            }
            else
            {
                _documents[kept++] = document;
            }
        }

        _count = kept;
    }

    public void Clear() => _count = 0;
}
