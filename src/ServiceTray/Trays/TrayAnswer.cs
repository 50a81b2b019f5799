using System.Text.Json.Serialization;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Trays;

/// <summary>A tray as REST tells it.</summary>
internal sealed record TrayAnswer
{
    /// <summary>Opens it for reading to whoever has it.</summary>
    public required string Code { get; init; }

    /// <summary>What its maker says first.</summary>
    public required string? Greeting { get; init; }

    /// <summary>When it deletes itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What was picked, in its maker's order.</summary>
    public required IReadOnlyList<TrayItemAnswer> Items { get; init; }
}

/// <summary>An offering on a tray as REST tells it.</summary>
internal sealed record TrayItemAnswer
{
    /// <summary>What it is called, or was when it was picked.</summary>
    public required Text Name { get; init; }

    /// <summary>What was picked, as it is now; null: it is no longer on offer.</summary>
    public required OfferingAnswer? Offering { get; init; }

    /// <summary>What the tray's maker says about it.</summary>
    public required string? Note { get; init; }

    /// <summary>What changed since it was picked.</summary>
    public required IReadOnlyList<Text> Changes { get; init; }
}

/// <summary>A tray that was kept.</summary>
internal sealed record SavedTrayAnswer
{
    /// <summary>The tray.</summary>
    public required TrayAnswer Tray { get; init; }

    /// <summary>With it and the code the tray is changed; only when it is new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EditKey { get; init; }
}

/// <summary>A mail was taken in to be sent.</summary>
internal sealed record PostedAnswer
{
    /// <summary>Always true: what is not taken in is refused.</summary>
    public bool Posted => true;
}
