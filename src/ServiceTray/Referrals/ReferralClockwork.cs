using ServiceTray.Calendar;
using ServiceTray.Referrals.Outbox;

namespace ServiceTray.Referrals;

/// <summary>Runs what time and the outbox call for, over and over, while the tray serves.</summary>
internal sealed class ReferralClockwork(ReferralLapser lapser, NoticeDeliverer deliverer, ILogger<ReferralClockwork> logger) : Clockwork(logger)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(20);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        await lapser.RunAsync(cancellationToken);
        await deliverer.RunAsync(cancellationToken);
    }
}
