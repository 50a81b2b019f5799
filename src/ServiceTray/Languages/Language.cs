namespace ServiceTray.Languages;

/// <summary>The languages of the tray itself; what is on it may be in any.</summary>
internal enum Language
{
    /// <summary>Finnish.</summary>
    Fi,

    /// <summary>Swedish.</summary>
    Sv,

    /// <summary>English.</summary>
    En,
}
