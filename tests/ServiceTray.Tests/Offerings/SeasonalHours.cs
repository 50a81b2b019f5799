using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Search.Indexing;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>Hours of a season, of a single day and closures are found by time as they hold.</summary>
public sealed class SeasonalHours(SeasonalHours.OneActivity one) : IClassFixture<SeasonalHours.OneActivity>
{
    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // It is Sunday 22 November 2026. In winter Mon–Fri 10–18, in summer Mondays 9–15; closed on Wednesday the 25th; on Thursday the 26th 10–12.
    private static readonly OpeningHours[] Hours =
    [
        Span(Workdays, 10, 18, new(2026, 11, 1), new(2027, 3, 31)),
        Span([DayOfWeek.Monday], 9, 15, new(2027, 6, 1), new(2027, 8, 31)),
        new([], null, null, new(2026, 11, 25), new(2026, 11, 25), true, LocalizedText.Empty),
        Span([], 10, 12, new(2026, 11, 26), new(2026, 11, 26)),
    ];

    [Theory]
    [InlineData("from=2026-11-23T17:45:00%2B02:00&to=2026-11-23T18:00:00%2B02:00", true)]
    [InlineData("from=2026-11-23T18:00:00%2B02:00&to=2026-11-23T20:00:00%2B02:00", false)]
    [InlineData("from=2026-11-25T08:00:00%2B02:00&to=2026-11-25T20:00:00%2B02:00", false)]
    [InlineData("from=2026-11-26T11:00:00%2B02:00&to=2026-11-26T11:30:00%2B02:00", true)]
    [InlineData("from=2026-11-26T13:00:00%2B02:00&to=2026-11-26T14:00:00%2B02:00", false)]
    [InlineData("from=2026-11-28T00:00:00%2B02:00&to=2026-11-30T00:00:00%2B02:00", false)]
    [InlineData("from=2027-07-05T09:00:00%2B03:00&to=2027-07-05T09:30:00%2B03:00", true)]
    [InlineData("from=2027-05-31T09:00:00%2B03:00&to=2027-05-31T15:00:00%2B03:00", false)]
    [InlineData("from=2027-04-01T00:00:00%2B03:00&to=2027-06-07T09:00:00%2B03:00", false)]
    [InlineData("from=2027-07-06T09:00:00%2B03:00&to=2027-07-06T15:00:00%2B03:00", false)]
    [InlineData("weekday=TUESDAY&timeOfDay=AFTERNOON", true)]
    [InlineData("weekday=SUNDAY", false)]
    [InlineData("timeOfDay=EVENING&to=2026-12-01T00:00:00%2B02:00", true)]
    [InlineData("timeOfDay=EVENING&from=2026-11-25T00:00:00%2B02:00&to=2026-11-27T00:00:00%2B02:00", false)]
    public async Task Are_found_when_they_hold(string asked, bool found)
    {
        Assert.Equal(found ? 1 : 0, (await one.Tray.GetAsync($"/api/v1/offerings?first=0&{asked}")).Total);
    }

    [Fact]
    public async Task A_walk_through_pages_goes_on_when_half_hours_pass()
    {
        var clock = new HandClock();
        await using var tray = await TrayApp.StartAsync("none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await tray.PutAsync([.. Enumerable.Range(0, 4).Select(i =>
        {
            var activity = OwnOfferings.Activity($"{i}");
            activity.OpeningHours = Hours;
            return activity;
        })]);
        foreach (var asked in new[] { "to=2026-12-10T00:00:00Z", "weekday=MONDAY", "from=2026-11-01T00:00:00Z" })
        {
            clock.Now = TrayApp.Now;
            var first = await tray.GetAsync($"/api/v1/offerings?order=NAME&first=2&{asked}");
            clock.Now = TrayApp.Now.AddMinutes(45);
            var second = await tray.GetAsync($"/api/v1/offerings?order=NAME&first=2&{asked}&after={first.Body.GetProperty("pageInfo").GetProperty("endCursor").GetString()}");
            Assert.Equal(4, first.Ids.Concat(second.Ids).Distinct().Count());
        }
    }

    [Fact]
    public void Are_found_at_a_moment_just_when_it_is_open_however_long_ago_it_was_indexed()
    {
        var random = new Random(35);
        for (var round = 0; round < 400; round++)
        {
            // Over both changes of the clock.
            var now = HelsinkiTime.At(new DateTime(2026, 1, 5)).AddHours(random.Next(24 * 360));
            var hours = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Any(random, HelsinkiTime.Day(now))).ToList();
            var words = OpenHalves.Of(hours, now.AddDays(-random.Next(8))).ToHashSet();
            for (var probe = 0; probe < 40; probe++)
            {
                var moment = now.AddMinutes(30 * random.Next(48 * (probe % 2 == 0 ? 20 : 365)));
                var asked = OpenHalves.Asked([new TimeRange(moment, moment.AddMinutes(1))], moment, moment.AddMinutes(1), now);
                Assert.Equal(OpeningTimes.IsOpenAt(hours, moment) == true, asked.Any(words.Contains));
            }
        }
    }

    [Fact]
    public void Are_found_in_a_span_just_when_they_are_open_at_some_moment_of_it_up_to_a_year_ahead()
    {
        var random = new Random(61);
        for (var round = 0; round < 60; round++)
        {
            var now = HelsinkiTime.At(new DateTime(2026, 1, 5)).AddHours(random.Next(24 * 360));
            var hours = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Any(random, HelsinkiTime.Day(now).AddDays(random.Next(330)))).ToList();
            var words = OpenHalves.Of(hours, now.AddDays(-random.Next(8))).ToHashSet();
            for (var probe = 0; probe < 12; probe++)
            {
                // Some hours, some days, evenings of some days, and all that lies ahead.
                var start = now.AddMinutes(30 * random.Next(48 * 300));
                List<TimeRange> spans = (probe % 4) switch
                {
                    0 => [new(start, start.AddMinutes(30 * (1 + random.Next(30))))],
                    1 => [new(start, start.AddDays(1 + random.Next(60)))],
                    2 => [.. Enumerable.Range(0, 50).Select(day => HelsinkiTime.At(HelsinkiTime.Day(start).AddDays(day), new TimeOnly(17, 0))).Select(at => new TimeRange(at, at.AddHours(7)))],
                    _ => [new(now, now.AddDays(365))],
                };
                var expected = spans.Any(span => Enumerable.Range(0, (int)((span.End - span.Start).TotalMinutes / 30)).Any(half => OpeningTimes.IsOpenAt(hours, span.Start.AddMinutes(30 * half)) == true));
                Assert.Equal(expected, OpenHalves.Asked(spans, spans[0].Start, spans[^1].End, now).Any(words.Contains));
            }
        }
    }

    [Fact]
    public void Of_a_year_of_seasons_and_holidays_are_told_in_few_words()
    {
        OpeningHours[] year = [.. Hours, .. Enumerable.Range(0, 12).Select(i => new OpeningHours([], null, null, new(2027, 1, 4 + (2 * i)), new(2027, 1, 4 + (2 * i)), true, LocalizedText.Empty))];
        Assert.InRange(OpenHalves.Of(year, TrayApp.Now).Count, 50, 1_000);
        Assert.InRange(OpenHalves.Asked([new TimeRange(TrayApp.Now, TrayApp.Now.AddMinutes(1))], TrayApp.Now, TrayApp.Now.AddMinutes(1), TrayApp.Now).Count, 1, 40);
        Assert.InRange(OpenHalves.Asked([new TimeRange(TrayApp.Now, DateTimeOffset.MaxValue)], TrayApp.Now, null, TrayApp.Now).Count, 1, 1_500);
    }

    [Fact]
    public void Of_the_whole_year_stay_half_hours_of_the_week()
    {
        var started = Span(Workdays, 9, 16, new(2020, 1, 1), null);
        var words = OpenHalves.Of([started], TrayApp.Now);
        Assert.Equal(5 * 14, words.Count);
        Assert.All(words, word => Assert.True(char.IsAsciiDigit(word[0])));
    }

    private static OpeningHours Any(Random random, DateOnly today)
    {
        var from = today.AddDays(random.Next(-30, 40));
        var to = from.AddDays(random.Next(40));
        var isClosed = random.Next(5) == 0;
        DayOfWeek[] days = random.Next(3) == 0 ? [] : [.. Workdays.Where(_ => random.Next(2) == 0).Append(DayOfWeek.Saturday)];
        return new OpeningHours(
            days,
            isClosed ? null : new TimeOnly(random.Next(24), 30 * random.Next(2)),
            isClosed ? null : new TimeOnly(random.Next(24), 30 * random.Next(2)),
            random.Next(2) == 0 ? null : from,
            random.Next(2) == 0 ? null : to,
            isClosed,
            LocalizedText.Empty,
            random.Next(2) == 0);
    }

    private static OpeningHours Span(DayOfWeek[] days, int opens, int closes, DateOnly? from, DateOnly? to) =>
        new(days, new TimeOnly(opens, 0), new TimeOnly(closes, 0), from, to, false, LocalizedText.Empty);

    /// <summary>A tray with one activity of these hours.</summary>
    public sealed class OneActivity : IAsyncLifetime
    {
        internal TrayApp Tray { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Tray = await TrayApp.StartAsync("none");
            var activity = OwnOfferings.Activity("a");
            activity.OpeningHours = Hours;
            await Tray.PutAsync([activity]);
        }

        public async Task DisposeAsync() => await Tray.DisposeAsync();
    }
}
