using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Trays;

/// <summary>A list that somebody picked for somebody, as it is read by its code.</summary>
internal sealed record Tray(SecretCode Secret, string? Greeting, DateTimeOffset ExpiresAt, IReadOnlyList<TrayItem> Items)
{
    public string Code => Secret.Words;
}

/// <summary>An item of a tray as it stands now; without an offering it is no longer on offer.</summary>
internal sealed record TrayItem(PickedOffering Picked, PlacedOffering? Placed, IReadOnlyList<LocalizedText> Changed)
{
    public Guid Id => Picked.Offering;

    public string? Note => Picked.Note;

    public Offering? Offering => Placed?.Offering;

    /// <summary>What it is called, or was when it was picked.</summary>
    public LocalizedText Name => Offering?.Name ?? Picked.Then.Name;
}
