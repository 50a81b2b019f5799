using ServiceTray.Outbox;

namespace ServiceTray.Referrals.Outbox;

/// <summary>The ways by which a notice goes out.</summary>
internal sealed class NoticeRoutes(MailSender mail, TextMessageClient texts, WebhookClient webhooks, WebhookDesk desk)
{
    /// <summary>Whether the way is set up here.</summary>
    public bool IsOn(NoticeRoute route) => route switch
    {
        NoticeRoute.Mail => mail.IsOn,
        NoticeRoute.TextMessage => texts.IsOn,
        _ => true,
    };

    /// <summary>What one that does not answer keeps waiting: a way that all share, or one program.</summary>
    public static string WayOf(NoticeMessage message) => message.Route == NoticeRoute.Webhook ? message.To : $"{message.Route}";

    /// <summary>Whether nobody answered; who answered and refused may take the next one.</summary>
    public static bool IsSilence(Exception failed) => failed is TaskCanceledException or HttpRequestException { StatusCode: null } or MailFailedException { KeepsAll: true };

    /// <exception cref="IOException">It was not taken; likewise what mail and HTTP throw.</exception>
    public async Task SendAsync(NoticeMessage message, CancellationToken cancellationToken)
    {
        switch (message.Route)
        {
            case NoticeRoute.Mail:
                await mail.SendAsync(new Mail(message.Notice, message.To, message.Subject, message.Text), cancellationToken);
                break;
            case NoticeRoute.TextMessage:
                await texts.SendAsync(message, cancellationToken);
                break;
            default:
                await webhooks.CallAsync(message, desk.SecretOf(message.SealedSecret!) ?? throw new IOException("The secret cannot be opened."), cancellationToken);
                break;
        }
    }
}
