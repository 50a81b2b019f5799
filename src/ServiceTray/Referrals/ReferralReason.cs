using ServiceTray.Themes;

namespace ServiceTray.Referrals;

/// <summary>What the client hopes for, in themes, coded needs and her own words; no diagnosis has a place here.</summary>
internal sealed record ReferralReason
{
    public const int LongestText = 2000;

    public IReadOnlyList<ThemeCode> Themes { get; init; } = [];

    /// <summary>Keys of the programme's needs.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public string? OwnWords { get; init; }

    public string? Goal { get; init; }

    public string? WhatHelps { get; init; }

    /// <summary>What must be known so that she can take part.</summary>
    public string? MustBeKnown { get; init; }
}

/// <summary>Whereto the client would like to go.</summary>
internal sealed record ReferralTarget(TargetKind Kind, Guid? Id = null)
{
    public static ReferralTarget CoordinatorDecides { get; } = new(TargetKind.CoordinatorDecides);
}

/// <summary>What sort of target it is.</summary>
internal enum TargetKind
{
    CoordinatorDecides,
    Activity,
    Organisation,
    GuidancePoint,
}
