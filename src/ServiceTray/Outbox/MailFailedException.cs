namespace ServiceTray.Outbox;

/// <summary>The mail server did not take a mail, could not be reached or is not who it says; why stands within, and may hold an address.</summary>
internal sealed class MailFailedException(Exception why) : Exception("The mail was not sent.", why)
{
    /// <summary>Whether the server said that nobody gets mail at this address, so that no other try helps.</summary>
    public bool IsForGood { get; init; }

    /// <summary>Whether no other mail would be taken now either: no server answers, or none lets the tray in.</summary>
    public bool KeepsAll { get; init; }
}
