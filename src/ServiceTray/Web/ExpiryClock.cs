using ServiceTray.Calendar;
using ServiceTray.Feedback;
using ServiceTray.Offerings.Persons;
using ServiceTray.Referrals.Retention;
using ServiceTray.Surveys;
using ServiceTray.Surveys.Groups;
using ServiceTray.Trays;

namespace ServiceTray.Web;

/// <summary>Deletes what was kept for a time when its time is over, once an hour, and says in the log how much it was and nothing more.</summary>
internal sealed class ExpiryClock(TrayKeeper trays, SurveyKeeper surveys, GroupKeeper groups, FeedbackBox feedback, PersonContactReader persons, RetentionKeeper referrals, ILogger<ExpiryClock> logger) : Clockwork(logger)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromHours(1);

    /// <summary>Deletes all that is over now.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var (lists, results) = (await trays.ForgetExpiredAsync(cancellationToken), await surveys.ForgetExpiredAsync(cancellationToken));
        var counted = await groups.ForgetExpiredAsync(cancellationToken);
        var notes = await feedback.ForgetExpiredAsync(cancellationToken);
        var people = await persons.ForgetExpiredAsync(cancellationToken);
        if (lists + results + counted + notes + people > 0)
        {
            logger.LogInformation("What was over is deleted: {Trays} trays, {Results} survey results, {Counted} answers that counted in figures, words of {Notes} notes, {People} contacts of persons", lists, results, counted, notes, people);
        }

        await referrals.RunAsync(cancellationToken);
    }

    protected override Task RoundAsync(CancellationToken cancellationToken) => ForgetAsync(cancellationToken);
}
