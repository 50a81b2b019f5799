using System.Globalization;

namespace ServiceTray.Outbox;

/// <summary>The server that mail leaves by, and how the tray speaks to it.</summary>
/// <param name="Host">Its name, which its certificate must have.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="Safety">How the way to it is kept.</param>
/// <param name="User">Whom the tray signs in as; null: as nobody.</param>
/// <param name="Password">Her password.</param>
/// <param name="Authority">A file with the certificates of who vouches for the server, as an organisation's own; null: those that the machine trusts.</param>
internal sealed record MailServer(string Host, int Port, MailSafety Safety = MailSafety.None, string? User = null, string? Password = null, string? Authority = null)
{
    private const int UsualPort = 25;

    /// <summary>From <c>host:port</c>.</summary>
    public static MailServer Of(string told, MailSafety safety = MailSafety.None) =>
        told.Split(':') is [var name, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? new(name, port, safety) : new(told, UsualPort, safety);

    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>How the way to a mail server is kept.</summary>
internal enum MailSafety
{
    /// <summary>In plain, as on one's own machine or network.</summary>
    None,

    /// <summary>In plain until it was asked to be safe, and never further without.</summary>
    StartTls,

    /// <summary>Safe from the first byte.</summary>
    Tls,
}
