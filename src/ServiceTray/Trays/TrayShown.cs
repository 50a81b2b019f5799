using ServiceTray.Offerings;

namespace ServiceTray.Trays;

/// <summary>A tray as it is read on its page.</summary>
internal sealed record TrayShown(Tray Tray, string Address, DateTimeOffset Now)
{
    /// <summary>What came of mailing it; null: nobody asked.</summary>
    public TrayMailed? Mailed { get; init; }
}

/// <summary>A tray that was just kept, with the edit key that is shown this once.</summary>
internal sealed record SavedTrayShown(Tray Tray, string Address, string? EditKey);

/// <summary>The page where a tray is made or changed; of what is no longer on offer there is nothing placed.</summary>
internal sealed record TrayEditShown(TrayForm Form, IReadOnlyDictionary<Guid, PlacedOffering> Placed, IReadOnlyList<TrayError> Errors)
{
    public IEnumerable<TrayError> ErrorsOf(int item) => Errors.Where(error => error.Item == item);
}

/// <summary>The page that asks for a code, and says when there is nothing of the last one.</summary>
internal sealed record TrayAskedShown(bool IsMissing);
