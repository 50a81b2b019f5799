using ServiceTray.Surveys;
using ServiceTray.Surveys.Groups;
using ServiceTray.Trays;

namespace ServiceTray.Web;

/// <summary>Deletes what was kept for a time when its time is over, once an hour, and says in the log how much it was and nothing more.</summary>
internal sealed class ExpiryClock(TrayKeeper trays, SurveyKeeper surveys, GroupKeeper groups, TimeProvider clock, ILogger<ExpiryClock> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes all that is over now.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var (lists, results) = (await trays.ForgetExpiredAsync(cancellationToken), await surveys.ForgetExpiredAsync(cancellationToken));
        var counted = await groups.ForgetExpiredAsync(cancellationToken);
        if (lists + results + counted > 0)
        {
            logger.LogInformation("What was over is deleted: {Trays} trays, {Results} survey results, {Counted} answers that counted in figures", lists, results, counted);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hours = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError("What is over could not be deleted, and is tried again in an hour: {Kind}", fault.GetBaseException().GetType());
            }
        }
        while (await hours.WaitForNextTickAsync(stoppingToken));
    }
}
