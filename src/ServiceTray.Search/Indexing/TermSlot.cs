namespace ServiceTray.Search.Indexing;

/// <summary>A place of the table of terms.</summary>
internal readonly struct TermSlot(uint hash, int term)
{
    private readonly int _following = term + 1;

    /// <summary>The hash of the term that stands here.</summary>
    public uint Hash { get; } = hash;

    /// <summary>Its number; −1 where none stands.</summary>
    public int Term => _following - 1;

    /// <summary>Whether no term stands here.</summary>
    public bool IsEmpty => _following == 0;
}
