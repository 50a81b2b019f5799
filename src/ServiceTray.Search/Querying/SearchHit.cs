namespace ServiceTray.Search.Querying;

/// <summary>A hit. What not every caller reads is written when it is first read; until then it holds the snapshot that it was found in.</summary>
public sealed class SearchHit
{
    private readonly Standing _standing;
    private readonly Ranker _ranker;
    private readonly Func<Standing, string> _cursorOf;

    internal SearchHit(Standing standing, Guid key, Ranker ranker, Func<Standing, string> cursorOf)
    {
        (_standing, Key, _ranker, _cursorOf) = (standing, key, ranker, cursorOf);
        Score = ranker.Score(standing.Document, standing.Text);
        DistanceMetres = ranker.Metres(standing.Document);
    }

    /// <summary>The document's key.</summary>
    public Guid Key { get; }

    /// <summary>Its score; 1 when no words were asked and nothing else ranks.</summary>
    public double Score { get; }

    /// <summary>Metres from the point asked to its nearest point; null: no point was asked or it has none.</summary>
    public double? DistanceMetres { get; }

    /// <summary>Where it stands, opaque.</summary>
    public string Cursor => field ??= _cursorOf(_standing);

    /// <summary>Named parts that add up to the score.</summary>
    public IReadOnlyList<ScorePart> Explanation => field ??= _ranker.Parts(_standing.Document, _standing.Text);
}
