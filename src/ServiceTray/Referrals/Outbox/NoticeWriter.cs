using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Outbox;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Writes a notice to whomever it is for; null: she is not reached by mail, and is told in another way.</summary>
internal sealed class NoticeWriter(ReferralSettings settings)
{
    public async Task<Mail?> WriteAsync(TrayContext context, ReferralNotice notice, ReferralFile file, CancellationToken cancellationToken)
    {
        var referral = file.Referral;
        return notice.Audience switch
        {
            NoticeAudience.Client => ForClient(notice, file),
            NoticeAudience.Desk => ForStaff(notice, file.Programme.RecipientOrNull(referral.Receiver)?.Email),
            NoticeAudience.LinkPerson => ForStaff(notice, await MailOfAsync(context, referral.LinkPerson, cancellationToken)),
            _ => ForStaff(notice, await MailOfAsync(context, referral.SenderAccount, cancellationToken)),
        };
    }

    private Mail? ForClient(ReferralNotice notice, ReferralFile file)
    {
        if (file.Referral.Content.Client is not { Channel: ContactChannel.Email, Contact: { } to, LeaveNoMessages: false } client)
        {
            return null;
        }

        var words = Texts.In(LanguageTags.Read(client.Language ?? "fi") ?? Language.Fi);
        return new(notice.Id, to, words["Notice.Client.Subject"], words["Notice.Client.Text", $"{settings.Address}{Pages.ReferralPaths.Own}", file.Code.Words]);
    }

    private Mail? ForStaff(ReferralNotice notice, string? to)
    {
        var words = Texts.In(Language.Fi);
        return to is null ? null : new(notice.Id, to, words["Notice.Staff.Subject"], words["Notice.Staff.Text", $"{settings.Address}{Pages.ReferralPaths.Boxes}"]);
    }

    private static async Task<string?> MailOfAsync(TrayContext context, Guid? account, CancellationToken cancellationToken) =>
        await context.Set<Account>().Where(one => one.Id == account).Select(one => one.SignInName).FirstOrDefaultAsync(cancellationToken) is { } name
        && ContactForm.Fits(ContactChannel.Email, name)
            ? name
            : null;
}
