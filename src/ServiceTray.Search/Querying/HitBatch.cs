namespace ServiceTray.Search.Querying;

/// <summary>
/// Some documents of a segment that are looked at together: what is read of them lies far apart in memory and is sent for at once, and
/// a short loop for each thing that is read costs less than all of it for each document.
/// </summary>
internal sealed class HitBatch
{
    private const int Size = 64;

    private readonly int[] _documents = new int[Size];
    private readonly float[] _texts = new float[Size];
    private readonly double[] _chords = new double[Size];
    private readonly int[] _failed = new int[Size];
    private int _count;

    /// <summary>Whether there is no room for one more.</summary>
    public bool IsFull => _count == Size;

    /// <summary>The documents.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, _count);

    /// <summary>The text score of each.</summary>
    public ReadOnlySpan<float> Texts => _texts.AsSpan(0, _count);

    /// <summary>The rough squared chord of each.</summary>
    public Span<double> Chords => _chords.AsSpan(0, _count);

    /// <summary>The one keyword field whose filters each fails, or <see cref="ValueFilter.Meets"/>.</summary>
    public ReadOnlySpan<int> Failed => _failed.AsSpan(0, _count);

    /// <summary>Adds one.</summary>
    public void Add(int document, float text) => (_documents[_count], _texts[_count++]) = (document, text);

    /// <summary>Empties it.</summary>
    public void Clear() => _count = 0;

    /// <summary>Keeps those that are where they are asked to be, meet the filters in all but at most one field, and are not removed.</summary>
    public void Keep(Whereabouts where, ValueFilter values, Indexing.Tombstones removed)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var document = _documents[i];
            if (where.Pass(document, _chords[i]) && !removed.Contains(document) && values.FailedField(document) is var failed and not ValueFilter.Fails)
            {
                (_documents[kept], _texts[kept], _chords[kept], _failed[kept++]) = (document, _texts[i], _chords[i], failed);
            }
        }

        _count = kept;
    }
}
