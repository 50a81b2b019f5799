using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Data;

namespace ServiceTray.Referrals;

/// <summary>Before a client's permission ends, asks whether it goes on: herself where she may be written to, and whoever has the next thing to do.</summary>
internal static class PermissionAsker
{
    /// <summary>Looks at one whose permission ends or has ended, or that was never looked at; how it stands is written down, and asked is once for each permission.</summary>
    public static async Task LookAsync(TrayContext context, ReferralFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var referral = file.Referral;
        referral.Stand(file.Programme, now);
        if (referral.PermissionLookAt <= now && referral.Content.Consent is { } consent)
        {
            if (!referral.State.IsEnded() && file.Programme.HasConsentText)
            {
                await file.TellOnceAsync(NoticeKind.ConsentEnding, referral.LinkPerson is null ? NoticeAudience.Desk : NoticeAudience.LinkPerson, consent.GivenAt, now, cancellationToken);
                if (MayAsk(referral, HelsinkiTime.Day(now)) && !await WasAskedBeforeAsync(context, referral, consent.GivenAt, cancellationToken))
                {
                    await file.TellOnceAsync(NoticeKind.ConsentEnding, NoticeAudience.Client, consent.GivenAt, now, cancellationToken);
                }
            }

            referral.PermissionWasAsked();
        }

        await TakeBackAsync(context, referral, now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whether the desk may ask her: whom she does not let contact her, and who is to wait for her, asks nothing; and of a protected address nobody there knows.</summary>
    public static bool MayAsk(Referral referral, DateOnly today) => !referral.State.IsEnded()
        && referral.Content is { Client: { DoNotContactFirst: false } client, Consent: { } consent } && consent.Allows(Purpose.ReceiverContacts, today)
        && !(client.IsProtected && client.Channel == ContactChannel.Letter);

    /// <summary>What still waits to be asked is asked no more once it has its answer or may not be asked; saved with the transaction.</summary>
    public static async Task TakeBackAsync(TrayContext context, Referral referral, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (given, mayAsk) = (referral.Content.Consent?.GivenAt, MayAsk(referral, HelsinkiTime.Day(now)));
        var waiting = await context.Set<ReferralNotice>().Where(notice => notice.Referral == referral.Id && notice.Kind == NoticeKind.ConsentEnding && notice.DeliveredAt == null).ToListAsync(cancellationToken);
        foreach (var notice in waiting.Where(one => referral.State.IsEnded() || given is null || given > one.At || (!mayAsk && one.Audience is NoticeAudience.Client or NoticeAudience.Aide)))
        {
            (notice.NextAt, notice.ToPrintSince, notice.ToTellSince, notice.DeadAt) = (null, null, null, null);
        }
    }

    // She was, of the same permission, before the desk handed it on.
    private static async Task<bool> WasAskedBeforeAsync(TrayContext context, Referral referral, DateTimeOffset given, CancellationToken cancellationToken)
    {
        var chain = referral.Parent is null ? [] : (await ReferralChain.AllAsync(context, referral, cancellationToken)).Select(one => one.Id).ToList();
        return chain.Count > 0 && await context.Set<ReferralNotice>().AnyAsync(
            notice => chain.Contains(notice.Referral) && notice.Kind == NoticeKind.ConsentEnding && notice.Audience == NoticeAudience.Client && notice.At >= given && notice.DeliveredAt != null, cancellationToken);
    }
}
