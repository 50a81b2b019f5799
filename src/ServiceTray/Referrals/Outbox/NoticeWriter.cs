using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Languages;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Writes a notice to whomever it is for; null: she is not reached so, and is told in another way.</summary>
internal sealed class NoticeWriter(ReferralSettings settings)
{
    public async Task<NoticeMessage?> WriteAsync(TrayContext context, ReferralNotice notice, ReferralFile file, CancellationToken cancellationToken, string? site = null)
    {
        var referral = file.Referral;
        return notice.Audience switch
        {
            NoticeAudience.Client => ForClient(notice, file, settings.Address ?? site),
            NoticeAudience.Desk => ForStaff(notice, file.Programme.RecipientOrNull(referral.Receiver)?.Email),
            NoticeAudience.LinkPerson or NoticeAudience.Sender when notice.Account is { } former => ForFormer(notice, await MailOfAsync(context, former, cancellationToken)),
            NoticeAudience.LinkPerson => ForStaff(notice, await MailOfAsync(context, referral.LinkPerson, cancellationToken)),
            NoticeAudience.County => ForCounty(notice, file.Programme.RecipientOrNull(referral.Receiver), await CountyMailAsync(context, notice, file.Programme.County, cancellationToken)),
            NoticeAudience.Program => await ForProgramAsync(context, notice, referral, cancellationToken),
            _ => ForStaff(notice, await MailOfAsync(context, referral.SenderAccount, cancellationToken)),
        };
    }

    private static NoticeMessage? ForClient(ReferralNotice notice, ReferralFile file, string? site)
    {
        if (file.Referral.Content.Client is not { Contact: { } to, LeaveNoMessages: false } client || RouteOf(client.Channel) is not { } route)
        {
            return null;
        }

        var words = Texts.In(LanguageTags.Read(client.Language ?? "fi") ?? Language.Fi);
        var isLetter = route == NoticeRoute.Letter;
        return new(
            notice.Id, route, isLetter ? OnEnvelope(client.Name, to) : to, words["Notice.Client.Subject"],
            words["Notice.Client.Text", $"{site}{Pages.ReferralPaths.Own}", isLetter ? file.Code.PrintedWords : file.Code.Words]);
    }

    // A letter comes to nobody without her name on it; what stands within says nothing of her.
    private static string OnEnvelope(string name, string address) =>
        string.Join('\n', [name, .. address.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line != name)]);

    private static NoticeRoute? RouteOf(ContactChannel channel) => channel switch
    {
        ContactChannel.Email => NoticeRoute.Mail,
        ContactChannel.TextMessage => NoticeRoute.TextMessage,
        ContactChannel.Letter => NoticeRoute.Letter,
        _ => null,
    };

    private NoticeMessage? ForStaff(ReferralNotice notice, string? to)
    {
        var words = Texts.In(Language.Fi);
        return to is null ? null : new(notice.Id, NoticeRoute.Mail, to, words["Notice.Staff.Subject"], words["Notice.Staff.Text", $"{settings.Address}{Pages.ReferralPaths.Boxes}"]);
    }

    // It is hers no longer: she would find nothing.
    private static NoticeMessage? ForFormer(ReferralNotice notice, string? to)
    {
        var words = Texts.In(Language.Fi);
        return to is null ? null : new(notice.Id, NoticeRoute.Mail, to, words["Notice.Former.Subject"], words["Notice.Former.Text"]);
    }

    // She sees no referral: she is told which desk to call, and nothing of what waits there.
    private static NoticeMessage? ForCounty(ReferralNotice notice, Programmes.ProgrammeParty? desk, string? to)
    {
        var words = Texts.In(Language.Fi);
        return desk is null || to is null ? null : new(notice.Id, NoticeRoute.Mail, to, words["Notice.Late.Subject"], words["Notice.Late.Text", desk.Name.Pick(Language.Fi).Value, desk.Phone ?? desk.Email ?? ""]);
    }

    private static async Task<string?> CountyMailAsync(TrayContext context, ReferralNotice notice, string? county, CancellationToken cancellationToken) =>
        notice.Account is { } account ? (await CountyMails.ReadAsync(context, county, cancellationToken)).GetValueOrDefault(account) : null;

    // What happened to which referral; all else the program asks for with its token.
    private static async Task<NoticeMessage?> ForProgramAsync(TrayContext context, ReferralNotice notice, Referral referral, CancellationToken cancellationToken) =>
        await context.Set<ReferralWebhook>().AsNoTracking().FirstOrDefaultAsync(one => one.Organisation == referral.Receiver, cancellationToken) is { } hook
            ? new(notice.Id, NoticeRoute.Webhook, hook.Url, "", JsonSerializer.Serialize(new { type = $"referral.{PublicWords.Of(notice.Kind).ToLowerInvariant()}", timestamp = notice.At, data = new { referral = referral.Id } }))
            {
                SealedSecret = hook.Secret,
            }
            : null;

    private static async Task<string?> MailOfAsync(TrayContext context, Guid? account, CancellationToken cancellationToken) =>
        await context.Set<Account>().Where(one => one.Id == account).Select(one => one.Email ?? one.SignInName).FirstOrDefaultAsync(cancellationToken) is { } name
        && ContactForm.Fits(ContactChannel.Email, name)
            ? name
            : null;
}
