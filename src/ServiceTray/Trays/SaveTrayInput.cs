namespace ServiceTray.Trays;

/// <summary>A tray to be kept, as it comes from outside: a new one, or with its code and edit key one that is there.</summary>
internal sealed record SaveTrayInput(
    IReadOnlyList<TrayItemInput> Items, string? Code = null, string? EditKey = null, string? Greeting = null, DateTimeOffset? ExpiresAt = null);

/// <summary>An offering to pick, with a note.</summary>
internal sealed record TrayItemInput(string Offering, string? Note = null);

/// <summary>What comes of saving: the tray, with its edit key when it is new, or all that is wrong.</summary>
internal sealed record SaveTrayPayload(Tray? Tray, string? EditKey, IReadOnlyList<TrayError> Errors);
