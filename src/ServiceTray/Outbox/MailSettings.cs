namespace ServiceTray.Outbox;

/// <summary>How mail leaves; the defaults send none.</summary>
internal sealed record MailSettings
{
    /// <summary>The mail server; null: no mail is sent.</summary>
    public MailServer? Server { get; init; }

    /// <summary>Whom mail comes from.</summary>
    public string From { get; init; } = "palvelutarjotin@localhost";

    /// <summary>Where the tray is reached from outside, as <c>https://tarjotin.example</c>; null: no link is sent to anybody who did not ask.</summary>
    public string? Address { get; init; }

    /// <summary>Whether a resident's mail can be sent: there is a server, and a link that no caller made up.</summary>
    public bool IsOn => Server is not null && Address is not null;
}
