using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Outbox;

/// <summary>Takes a mail in, so that it is sent even when the server is away or the tray stops between.</summary>
internal sealed class MailPoster(IDbContextFactory<TrayContext> contexts, Sealer sealer, TimeProvider clock)
{
    public const string Purpose = "Mail";

    public async Task PostAsync(string to, string subject, string text, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        Add(context, to, subject, text);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes it in with whatever else is saved in this context, or not at all.</summary>
    public void Add(TrayContext context, string to, string subject, string text)
    {
        var now = clock.GetUtcNow();
        var mail = new Mail(Guid.CreateVersion7(now), to.Trim(), subject, text);
        context.Add(new WaitingMail { Id = mail.Id, Contents = sealer.Seal(Purpose, mail), NextAt = now });
    }
}
