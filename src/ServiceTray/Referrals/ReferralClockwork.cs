using ServiceTray.Referrals.Outbox;
using ServiceTray.Referrals.Retention;

namespace ServiceTray.Referrals;

/// <summary>Runs what time and the outbox call for, over and over, while the tray serves.</summary>
internal sealed class ReferralClockwork(ReferralLapser lapser, RetentionKeeper retention, NoticeDeliverer deliverer, ILogger<ReferralClockwork> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await lapser.RunAsync(stoppingToken);
                await deliverer.RunAsync(stoppingToken);
                await retention.RunHourlyAsync(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Its message may hold what a person wrote; the next round tries again.
                logger.LogError("A round of reminders and notices failed: {Kind} {Trace}", fault.GetBaseException().GetType(), fault.GetBaseException().StackTrace);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
