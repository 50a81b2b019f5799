namespace ServiceTray.Import;

/// <summary>How many of the offerings that a source has on the tray a run would take away.</summary>
internal sealed record RemovalShare(int Known, int Removed)
{
    /// <summary>More than this share, and a person is asked: a source that lost half of its records overnight is broken more often than smaller.</summary>
    public const double Most = 0.2;

    /// <summary>So few may always go: in a source of ten a fifth is nothing to ask about.</summary>
    private const int Few = 4;

    public bool IsTooMuch => Removed > Few && Removed > Known * Most;
}
