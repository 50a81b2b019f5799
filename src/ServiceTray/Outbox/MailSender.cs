using System.Globalization;
using System.Net.Mail;

namespace ServiceTray.Outbox;

/// <summary>Sends mail by the server that is set.</summary>
internal sealed class MailSender(MailSettings settings)
{
    private const int UsualPort = 25;

    /// <summary>Whether there is a server to send by.</summary>
    public bool IsOn => settings.Smtp is not null;

    /// <exception cref="SmtpException">The server did not take it.</exception>
    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        var (host, port) = settings.Smtp!.Split(':') is [var name, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var told)
            ? (name, told)
            : (settings.Smtp, UsualPort);
        using var client = new SmtpClient(host, port);
        using var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Text);

        // The same mail sent twice is shown once.
        message.Headers.Add("Message-ID", $"<{mail.Id}@servicetray>");
        await client.SendMailAsync(message, cancellationToken);
    }
}
