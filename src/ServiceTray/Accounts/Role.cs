namespace ServiceTray.Accounts;

/// <summary>What somebody may be on the tray; where she is it is told by her <see cref="Grant"/>.</summary>
internal enum Role
{
    /// <summary>Answers for an organisation: publishes, invites its people.</summary>
    Publisher,

    /// <summary>Writes for an organisation.</summary>
    Editor,

    /// <summary>Writes and publishes for organisations that agreed to it; a county names her.</summary>
    Helper,

    /// <summary>Sends referrals from an organisation.</summary>
    Professional,

    /// <summary>Receives referrals for a county or an organisation, and names the link person.</summary>
    Coordinator,

    /// <summary>Walks beside clients for the desk of a county or an organisation.</summary>
    LinkPerson,

    /// <summary>Keeps a county's own settings and programmes.</summary>
    CountyAdministrator,

    /// <summary>Keeps the installation: verifies organisations, gives roles.</summary>
    Administrator,

    /// <summary>Reads who has read and done what, in a county or everywhere.</summary>
    Auditor,

    /// <summary>Reads numbers, never persons, of a county or everywhere.</summary>
    StatisticsReader,
}
