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
            if (!referral.State.IsEnded())
            {
                // Whom she does not let contact her, and who is to wait for her, asks nothing of her.
                var mayAsk = consent.Allows(Purpose.ReceiverContacts, HelsinkiTime.Day(now)) && referral.Content.Client?.DoNotContactFirst != true;
                foreach (var audience in new[] { referral.LinkPerson is null ? NoticeAudience.Desk : NoticeAudience.LinkPerson, NoticeAudience.Client }.Where(one => mayAsk || one != NoticeAudience.Client))
                {
                    await file.TellOnceAsync(NoticeKind.ConsentEnding, audience, consent.GivenAt, now, cancellationToken);
                }
            }

            referral.PermissionWasAsked();
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
