using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>Sending is refused for what it is, not for a field of it.</summary>
internal sealed class ReferralRefusedException : RefusalException
{
    private ReferralRefusedException(string code, string message)
        : base(code, message)
    {
    }

    public static ReferralRefusedException ProgrammeOff { get; } = new(RefusalCodes.ProgrammeOff, "The programme is unknown here or not switched on.");

    public static ReferralRefusedException KeyReused { get; } = new(RefusalCodes.IdempotencyKeyReused, "This idempotency key was used already, for another referral or for one that is no more; nothing was sent now.");
}
