using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>There is no such referral for this caller; the same whether it is another's or nobody's.</summary>
internal sealed class ReferralUnknownException() : RefusalException(RefusalCodes.NotFound, "There is no such referral.");
