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
            NoticeAudience.Aide => ForAide(notice, file, settings.Address ?? site),
            NoticeAudience.Desk => ForStaff(notice, file.Programme.RecipientOrNull(referral.Receiver)?.Email, null),
            NoticeAudience.LinkPerson or NoticeAudience.Sender when notice.Account is { } former => ForFormer(notice, await StaffMail.OfAsync(context, former, cancellationToken)),
            NoticeAudience.LinkPerson => ForStaff(notice, await StaffMail.OfAsync(context, referral.LinkPerson, cancellationToken)),
            NoticeAudience.County => ForCounty(notice, file.Programme.RecipientOrNull(referral.Receiver), await CountyMailAsync(context, notice, file.Programme.County, cancellationToken)),
            NoticeAudience.Program => await ForProgramAsync(context, notice, referral, cancellationToken),
            _ => ForStaff(notice, await StaffMail.OfAsync(context, referral.SenderAccount, cancellationToken)),
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

    // She is told that there is something, and not by which code it opens.
    private static NoticeMessage? ForAide(ReferralNotice notice, ReferralFile file, string? site)
    {
        if (file.Referral.Content.Client is not { Aide: { Contact: { } to, Channel: { } channel, Scope: AideScope.ReceivesNotices } } client)
        {
            return null;
        }

        var words = Texts.In(LanguageTags.Read(client.Language ?? "fi") ?? Language.Fi);
        return new(notice.Id, RouteOf(channel)!.Value, to, words["Notice.Client.Subject"], words["Notice.Aide.Text", $"{site}{Pages.ReferralPaths.Own}"]);
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

    private NoticeMessage? ForStaff(ReferralNotice notice, StaffMail? to) => ForStaff(notice, to?.Address, to?.Language);

    private NoticeMessage? ForStaff(ReferralNotice notice, string? to, Language? language) =>
        to is null ? null : Mail(notice, to, language, "Notice.Staff", _ => [$"{settings.Address}{Pages.ReferralPaths.Boxes}"]);

    // It is hers no longer: she would find nothing.
    private static NoticeMessage? ForFormer(ReferralNotice notice, StaffMail? to) => to is null ? null : Mail(notice, to.Address, to.Language, "Notice.Former", _ => []);

    // She sees no referral: she is told which desk to call, and nothing of what waits there.
    private static NoticeMessage? ForCounty(ReferralNotice notice, Programmes.ProgrammeParty? desk, StaffMail? to) =>
        desk is null || to is null ? null : Mail(notice, to.Address, to.Language, "Notice.Late", language => [desk.Name.Pick(language).Value, desk.Phone ?? desk.Email ?? ""]);

    // In her language; a desk's mailbox is read by several, and told in each.
    private static NoticeMessage Mail(ReferralNotice notice, string to, Language? language, string key, Func<Language, object[]> told) =>
        new(notice.Id, NoticeRoute.Mail, to, EveryLanguage.Say(language, " / ", one => Texts.In(one)[$"{key}.Subject"]), EveryLanguage.Say(language, "\n\n", one => Texts.In(one)[$"{key}.Text", told(one)]));

    private static async Task<StaffMail?> CountyMailAsync(TrayContext context, ReferralNotice notice, string? county, CancellationToken cancellationToken) =>
        (await StaffMail.OfAsync(context, Role.CountyAdministrator, null, county, cancellationToken)).FirstOrDefault(one => one.Account == notice.Account);

    // What happened to which referral; all else the program asks for with its token.
    private static async Task<NoticeMessage?> ForProgramAsync(TrayContext context, ReferralNotice notice, Referral referral, CancellationToken cancellationToken) =>
        await context.Set<ReferralWebhook>().AsNoTracking().FirstOrDefaultAsync(one => one.Organisation == referral.Receiver, cancellationToken) is { } hook
            ? new(notice.Id, NoticeRoute.Webhook, hook.Url, "", JsonSerializer.Serialize(new { type = $"referral.{PublicWords.Of(notice.Kind).ToLowerInvariant()}", timestamp = notice.At, data = new { referral = referral.Id } }))
            {
                SealedSecret = hook.Secret,
            }
            : null;
}
