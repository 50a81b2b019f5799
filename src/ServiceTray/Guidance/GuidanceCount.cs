namespace ServiceTray.Guidance;

/// <summary>How often, in a month, an organisation's people guided somebody on a path; no row is about a person.</summary>
internal sealed class GuidanceCount
{
    /// <summary>What stands for a theme that was not told.</summary>
    public const string NoTheme = "";

    /// <summary>As 2026-11.</summary>
    public required string Month { get; init; }

    public required Guid Organisation { get; init; }

    public required GuidancePath Path { get; init; }

    /// <summary>A theme's public word, or <see cref="NoTheme"/>.</summary>
    public required string Theme { get; init; }

    public required int Count { get; set; }
}

/// <summary>How somebody was guided without a referral.</summary>
internal enum GuidancePath
{
    /// <summary>Path 1: she was told or given a list, and goes on by herself.</summary>
    ByHerself,

    /// <summary>Path 2: she was shown to a low-threshold point, where somebody helps to look further.</summary>
    ToPoint,
}
