using ServiceTray.Referrals;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>An order as a care system posted it: what to send, under which key, and whether it is only a draft.</summary>
internal sealed record PostedOrder(ReferralSendingInput Input, string Key, bool IsDraft)
{
    public override string ToString() => nameof(PostedOrder);
}
