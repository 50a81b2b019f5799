namespace ServiceTray.Places;

/// <summary>A spot whose name was met, and how well: the less, the better.</summary>
internal readonly record struct NameMatch(Spot Spot, NameFit Fit);

/// <summary>How a name was met.</summary>
internal enum NameFit
{
    /// <summary>As it is spelled.</summary>
    Exact,

    /// <summary>But for its marks: Jyvaskyla.</summary>
    WithoutMarks,

    /// <summary>In a case: Jyväskylässä.</summary>
    Inflected,
}
