using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Does what only time does: drafts go, wishes that nobody answered lapse, whoever is late is reminded once, and when she stays late, those who can help are told.</summary>
internal sealed class ReferralLapser(IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, TimeProvider clock, ILogger<ReferralLapser> logger)
{
    private static readonly ReferralState[] AtDesk =
        [ReferralState.Sent, ReferralState.Received, ReferralState.NeedsInformation, ReferralState.Accepted, ReferralState.ContactAttempted, ReferralState.Waiting, ReferralState.InProgress, ReferralState.Completed, ReferralState.Withdrawn];

    private static readonly ReferralState[] WithLinkPerson = [ReferralState.Accepted, ReferralState.ContactAttempted, ReferralState.Waiting, ReferralState.InProgress, ReferralState.Completed, ReferralState.Withdrawn];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            due = await context.Set<Referral>()
                .Where(referral => (referral.DueAt != null && referral.DueAt <= now && (referral.State == ReferralState.Draft || AtDesk.Contains(referral.State))) || referral.State == ReferralState.AwaitingConsent
                    || (referral.PermissionLookAt != null && referral.PermissionLookAt <= now))
                .Select(referral => referral.Id).ToListAsync(cancellationToken);
        }

        foreach (var id in due)
        {
            try
            {
                await LapseAsync(id, now, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // One whose key or programme is gone keeps nobody else waiting.
                logger.LogError("What time does to referral {Id} was not done: {Kind}", id, fault.GetBaseException().GetType());
            }
        }
    }

    private async Task LapseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var found = await context.Set<Referral>().FirstOrDefaultAsync(referral => referral.Id == id, cancellationToken);
        if (await ReferralFile.OpenAsync(context, sealer, programmes, found, cancellationToken) is not { } file)
        {
            found?.IsLost();
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return;
        }

        var occasion = new Occasion(ReferralActor.Clock, now, file.Programme);
        var referral = file.Referral;
        if (referral.PermissionLookAt <= now)
        {
            await PermissionAsker.LookAsync(context, file, now, cancellationToken);
        }

        switch (referral.State)
        {
            case ReferralState.Draft when referral.IsOverdue(now):
                referral.Discard(occasion);
                await file.RemoveAsync(ReferralActor.Clock, now, cancellationToken);
                break;
            case ReferralState.AwaitingConsent when referral.IsOverdue(now):
                referral.Expire(occasion);
                await file.PutBackAsync(ReferralActor.Clock, null, now, cancellationToken);
                break;
            case ReferralState.AwaitingConsent:
                if (HelsinkiTime.Day(now) >= WorkingDays.After(HelsinkiTime.Day(referral.StateAt), file.Programme.Deadlines.ConsentReminder))
                {
                    await RemindAsync(context, file, NoticeKind.ConsentReminder, NoticeAudience.Client, now, cancellationToken);
                }

                break;
            default:
                if (referral.IsOverdue(now))
                {
                    await TellLateAsync(context, file, now, cancellationToken);
                }

                break;
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // First whoever is late: a sender who was asked, else the desk, and the link person when it is with her. Then those who are not
    // there: the sender as long as nobody has acknowledged it, which her own box shows her anyway when the client lets her be told, and
    // the county; of a sender who does not answer, the desk, which can ask the client herself.
    private static async Task TellLateAsync(TrayContext context, ReferralFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var referral = file.Referral;
        if (referral.State == ReferralState.NeedsInformation)
        {
            await RemindAsync(context, file, NoticeKind.Overdue, referral.SenderUnit is null ? NoticeAudience.Desk : NoticeAudience.Sender, now, cancellationToken);
            if (file.Programme.Deadlines.IsEscalated(referral.DueAt!.Value, now))
            {
                await RemindAsync(context, file, NoticeKind.Overdue, NoticeAudience.Desk, now, cancellationToken);
            }

            return;
        }

        await RemindAsync(context, file, NoticeKind.Overdue, NoticeAudience.Desk, now, cancellationToken);
        if (referral.LinkPerson is not null && WithLinkPerson.Contains(referral.State))
        {
            await RemindAsync(context, file, NoticeKind.Overdue, NoticeAudience.LinkPerson, now, cancellationToken);
        }

        if (!file.Programme.Deadlines.IsEscalated(referral.DueAt!.Value, now))
        {
            return;
        }

        if (referral is { State: ReferralState.Sent, SenderAccount: not null } && !SenderSight.IsUntold(referral, file.Programme, ReferralReader.Sender, now))
        {
            await RemindAsync(context, file, NoticeKind.Escalated, NoticeAudience.Sender, now, cancellationToken);
        }

        if (file.Programme.County is { } county)
        {
            await TellCountyAsync(context, file, county, now, cancellationToken);
        }
    }

    // Each of its administrators for herself; that there is none to write to is seen among what was not delivered.
    private static async Task TellCountyAsync(TrayContext context, ReferralFile file, string county, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mails = await StaffMail.OfAsync(context, Role.CountyAdministrator, null, county, cancellationToken);
        foreach (var account in mails.Count == 0 ? [null] : mails.Select(mail => (Guid?)mail.Account))
        {
            await RemindAsync(context, file, NoticeKind.Escalated, NoticeAudience.County, now, cancellationToken, account);
        }
    }

    // Once for each time that it came into its state.
    private static Task RemindAsync(
        TrayContext context, ReferralFile file, NoticeKind kind, NoticeAudience audience, DateTimeOffset now, CancellationToken cancellationToken, Guid? account = null) =>
        file.TellOnceAsync(kind, audience, file.Referral.StateAt, now, cancellationToken, account);
}
