namespace ServiceTray.Trays;

/// <summary>What somebody has picked so far and not yet made a tray of, in her order, each once.</summary>
internal sealed record Picks(IReadOnlyList<Guid> Offerings)
{
    public static Picks None { get; } = new([]);

    /// <summary>With these at the end; what is too much is left out.</summary>
    public Picks With(IEnumerable<Guid> more) => new([.. Offerings.Concat(more).Distinct().Take(TrayCheck.MostItems)]);
}
