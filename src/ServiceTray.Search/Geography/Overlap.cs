namespace ServiceTray.Search.Geography;

/// <summary>How cells lie to those that hold a place.</summary>
internal enum Overlap
{
    /// <summary>None of them is one.</summary>
    Beside,

    /// <summary>Some of them are.</summary>
    Across,

    /// <summary>Each of them is.</summary>
    Within,
}
