using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Feedback;
using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Surveys;
using ServiceTray.Surveys.Groups;
using ServiceTray.Themes;

namespace ServiceTray.Statistics;

/// <summary>Counts a quarter: opens each referral that was sent in it once, and keeps nothing but numbers that may be told.</summary>
internal sealed class StatisticsCounter(ProgrammeShelf programmes, ReferralSealer sealer, SurveyShelf surveys, GroupKeeper groups, Regions regions, TimeProvider clock)
{
    // A referral is sent at most this long after it was written: wishes that nobody answers lapse before.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(120);

    public async Task<StatisticsReport> CountAsync(TrayContext context, string county, Quarter quarter, CancellationToken cancellationToken)
    {
        var own = programmes.All.Where(programme => programme.County == county).ToList();
        var counted = await ReadAsync(context, [.. own.Select(programme => programme.Key)], quarter, cancellationToken);
        var senders = own.SelectMany(programme => programme.Senders).Select(party => party.Organisation).ToHashSet();
        var guided = (await context.Set<GuidanceCount>().AsNoTracking().Where(row => quarter.MonthKeys.Contains(row.Month)).ToListAsync(cancellationToken))
            .Where(row => senders.Contains(row.Organisation)).ToList();
        string[] themes = [.. Enum.GetValues<ThemeCode>().Select(PublicWords.Of)];
        return new StatisticsReport
        {
            County = county,
            Quarter = $"{quarter}",
            MadeAt = clock.GetUtcNow(),
            Tables =
            [
                By(StatisticsSubject.ReferralsByMonth, quarter.MonthKeys, counted.Select(one => (one.Month, 1, one.Person))),
                By(StatisticsSubject.ReferralsByProgramme, own.Select(programme => programme.Key), counted.Select(one => (one.Programme, 1, one.Person))),
                By(StatisticsSubject.ReferralsByTheme, themes, counted.Select(one => (one.Theme, 1, one.Person))),
                By(StatisticsSubject.ReferralsByMunicipality, regions.Municipalities.Where(region => region.County == county).Select(region => region.Code), counted.Select(one => (one.Municipality, 1, one.Person))),
                By(StatisticsSubject.ReferralsByOutcome, Enum.GetValues<Outcome>().Select(PublicWords.Of), counted.Select(one => (PublicWords.Of(one.Outcome), 1, one.Person))),
                By(StatisticsSubject.ReferralsByResult, own.SelectMany(programme => programme.Outcomes).Select(outcome => outcome.Key), counted.Where(one => one.Result is not null).Select(one => (one.Result!, 1, one.Person))),
                By(StatisticsSubject.GuidanceByMonth, quarter.MonthKeys, guided.Select(row => (row.Month, row.Count, (string?)null))),
                By(StatisticsSubject.GuidanceByPath, Enum.GetValues<GuidancePath>().Select(PublicWords.Of), guided.Select(row => (PublicWords.Of(row.Path), row.Count, (string?)null))),
                By(StatisticsSubject.GuidanceByTheme, themes, guided.Select(row => (row.Theme == GuidanceCount.NoTheme ? CountedReferral.NotTold : row.Theme, row.Count, (string?)null))),
            ],
            Measures = new StatisticsMeasures(
                SmallNumbers.OrNull(counted.Select(one => one.Person).OfType<string>().Distinct().Count()),
                Median(OfEnough(counted, one => one.DaysToReceive)),
                Median(OfEnough(counted, one => one.DaysToContact)),
                Mean(OfEnough(counted, one => one.GoalChange)),
                Mean(await UsefulAsync(context, county, quarter, cancellationToken)),
                await RecommendationAsync(county, quarter, cancellationToken)),
        };
    }

    private async Task<List<CountedReferral>> ReadAsync(TrayContext context, IReadOnlyList<string> keys, Quarter quarter, CancellationToken cancellationToken)
    {
        var (from, to) = (quarter.StartsAt - LongestWait, quarter.EndsAt);
        var rows = await context.Set<Referral>().AsNoTracking()
            .Where(referral => keys.Contains(referral.ProgrammeKey) && referral.Parent == null && referral.CreatedAt >= from && referral.CreatedAt < to).ToListAsync(cancellationToken);
        var counted = new List<CountedReferral>();
        foreach (var row in rows)
        {
            if (row.Steps.FirstOrDefault(step => step.To == ReferralState.Sent)?.At is not { } sentAt || sentAt < quarter.StartsAt || sentAt >= quarter.EndsAt)
            {
                continue;
            }

            var last = await ReferralChain.LastAsync(context, row, cancellationToken);

            // One whose key is gone is still counted, by what its way tells.
            await ReferralFile.OpenAsync(context, sealer, programmes, row, cancellationToken);
            if (last != row)
            {
                await ReferralFile.OpenAsync(context, sealer, programmes, last, cancellationToken);
            }

            counted.Add(CountedReferral.Of(row, last, sentAt));
        }

        return counted;
    }

    private static async Task<List<int>> UsefulAsync(TrayContext context, string county, Quarter quarter, CancellationToken cancellationToken)
    {
        var (from, to) = (quarter.StartsAt, quarter.EndsAt);
        return await context.Set<FeedbackNote>().Where(note => note.County == county && note.Useful != null && note.At >= from && note.At < to).Select(note => note.Useful!.Value).ToListAsync(cancellationToken);
    }

    // The county's figures of a survey are told by the same quarters, and of five or more.
    private async Task<double?> RecommendationAsync(string county, Quarter quarter, CancellationToken cancellationToken) =>
        (await groups.ReadAsync([.. surveys.Newest.Select(survey => survey.Id)], county, cancellationToken))
            .Where(result => $"{result.Quarter}" == $"{quarter}").SelectMany(result => result.Scores).Select(score => score.Recommendation).FirstOrDefault(told => told is not null);

    // Of whom nothing is known, or who was guided and never asked who she is, each counts for herself.
    private static StatisticsTable By(StatisticsSubject subject, IEnumerable<string> keys, IEnumerable<(string Key, int Count, string? Person)> counted)
    {
        var parts = counted.GroupBy(one => one.Key).ToDictionary(group => group.Key, group => new CountedPart(
            group.Key, group.Sum(one => one.Count), [.. group.Select(one => one.Person).OfType<string>().Distinct()], group.Where(one => one.Person is null).Sum(one => one.Count)));
        return SmallNumbers.Hide(subject, [.. keys.Concat(parts.Keys.Order(StringComparer.Ordinal)).Distinct().Select(key => parts.GetValueOrDefault(key) ?? new CountedPart(key, 0, [], 0))], RandomNumberGenerator.Shuffle);
    }

    // Five referrals of one person tell of her alone. Of whom nothing is known any more, each counts for herself.
    private static List<int> OfEnough(List<CountedReferral> counted, Func<CountedReferral, int?> measure)
    {
        var measured = counted.Where(one => measure(one) is not null).ToList();
        var people = measured.Select(one => one.Person).OfType<string>().Distinct().Count() + measured.Count(one => one.Person is null);
        return people < SmallNumbers.Least ? [] : [.. measured.Select(one => measure(one)!.Value)];
    }

    private static int? Median(List<int> days) => days.Count < SmallNumbers.Least ? null : days.Order().ElementAt(days.Count / 2);

    private static double? Mean(List<int> changes) => changes.Count < SmallNumbers.Least ? null : Math.Round(changes.Average(), 1);
}
