namespace ServiceTray.Calendar;

/// <summary>Counts out the days of a rule; without a count it leaps to where it is asked from, so that an old series costs no more than a young one.</summary>
internal sealed class RuleDays(RecurrenceRule rule, DateOnly start)
{
    /// <summary>So many periods in a row without a day end the search, since no day of people is that rare: a leap day is at most eight years off.</summary>
    private const int MostBarrenPeriods = 5_000;

    private readonly PeriodDays periods = new(rule, start);

    /// <summary>Its days from a day on, in order, none before the start.</summary>
    public IEnumerable<DateOnly> From(DateOnly from)
    {
        var left = rule.Count ?? int.MaxValue;
        var barren = 0;
        for (var period = rule.Count is null ? periods.IndexBefore(from) : 0; barren < MostBarrenPeriods; period++)
        {
            if (periods.Of(period) is not { } days)
            {
                yield break;
            }

            barren = days.Count == 0 ? barren + 1 : 0;
            foreach (var day in days)
            {
                if (day < start)
                {
                    continue;
                }

                if (left-- == 0 || day > rule.Until)
                {
                    yield break;
                }

                if (day >= from)
                {
                    yield return day;
                }
            }

            if (periods.Begin(period) > rule.Until)
            {
                yield break;
            }
        }
    }
}
