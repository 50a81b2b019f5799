namespace ServiceTray.Referrals;

/// <summary>A referral as a caller sees it, with its programme and what she can do.</summary>
internal sealed record ReferralShown(ReferralView View, Programmes.Programme Programme, IReadOnlyList<ReferralMove> Possible)
{
    public static ReferralShown Of(ReferralFile file, IReadOnlyList<ReferralSight> sights, ReferralReader reader, DateTimeOffset now) => new(
        ReferralViewer.Of(file.Referral, file.Programme, reader, now), file.Programme, ReferralSight.Possible(sights, file.Referral, file.Programme, now));
}
