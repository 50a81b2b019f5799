namespace ServiceTray.Search.Querying;

/// <summary>A hit. What not every caller reads is worked out when it is read; it holds the snapshot that it was found in.</summary>
public sealed class SearchHit
{
    private readonly Standing _standing;
    private readonly Ranker _ranker;
    private readonly CursorWriter _cursors;

    internal SearchHit(Standing standing, Guid key, Ranker ranker, CursorWriter cursors)
    {
        (_standing, Key, _ranker, _cursors) = (standing, key, ranker, cursors);
    }

    /// <summary>The document's key.</summary>
    public Guid Key { get; }

    /// <summary>Its score; 1 when no words were asked and nothing else ranks.</summary>
    public double Score => _ranker.Score(_standing);

    /// <summary>Metres from the point asked to its nearest point; null: no point was asked or it has none.</summary>
    public double? DistanceMetres => _ranker.Metres(_standing.Document);

    /// <summary>Where it stands, opaque.</summary>
    public string Cursor => field ??= _cursors.Of(_standing);

    /// <summary>Named parts that add up to the score.</summary>
    public IReadOnlyList<ScorePart> Explanation => field ??= _ranker.Parts(_standing.Document, _standing.Text);
}
