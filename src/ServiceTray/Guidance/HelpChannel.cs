namespace ServiceTray.Guidance;

/// <summary>How one comes to talk there.</summary>
internal enum HelpChannel
{
    Phone,

    /// <summary>One writes on a page and somebody answers there.</summary>
    Chat,

    /// <summary>One comes in without an appointment.</summary>
    WalkIn,

    /// <summary>A page tells how.</summary>
    Page,
}
