using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ServiceTray.Outbox;

/// <summary>Sends mail by the server that is set.</summary>
internal sealed class MailSender(MailSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a server to send by.</summary>
    public bool IsOn => settings.Server is not null;

    /// <exception cref="MailFailedException">The server did not take it, or is not the one that was set.</exception>
    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        var server = settings.Server!;
        try
        {
            using var message = MessageOf(mail);
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, CheckCertificateRevocation = false };
            if (server.Authority is { } file)
            {
                client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsVouchedFor(certificate, errors, file);
            }

            await client.ConnectAsync(server.Host, server.Port, OptionsOf(server.Safety), cancellationToken);
            if (server.User is { } user)
            {
                await client.AuthenticateAsync(user, server.Password ?? "", cancellationToken);
            }

            await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception failed) when (failed is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or SocketException or IOException or TimeoutException or FormatException or NotSupportedException)
        {
            throw new MailFailedException(failed)
            {
                IsForGood = failed is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused && MailRefusal.IsOfAddress((int)refused.StatusCode, refused.Message),
                KeepsAll = failed is SocketException or IOException or TimeoutException or SslHandshakeException or AuthenticationException,
            };
        }
    }

    private MimeMessage MessageOf(Mail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Body = new TextPart("plain") { Text = mail.Text, ContentTransferEncoding = ContentEncoding.Base64 },

            // The same mail sent twice is shown once.
            MessageId = $"{mail.Id}@servicetray",
        };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.AddRange(InternetAddressList.Parse(mail.To));
        return message;
    }

    private static SecureSocketOptions OptionsOf(MailSafety safety) => safety switch
    {
        MailSafety.StartTls => SecureSocketOptions.StartTls,
        MailSafety.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    // The name is checked as ever; only who may vouch for it is another.
    private static bool IsVouchedFor(X509Certificate? certificate, SslPolicyErrors errors, string file)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        using var told = new X509Certificate2(certificate);
        return chain.Build(told);
    }
}
