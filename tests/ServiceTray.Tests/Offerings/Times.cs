using ServiceTray.Calendar;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>From, to, weekdays and times of day by the Finnish clock.</summary>
[Collection(SmallTray.Name)]
public sealed class Times(SmallTray small)
{
    // The concert is on four Tuesdays 17–18.30 from the week after the first load; the hall is open Mondays and Tuesdays 6–20.
    [Theory]
    [InlineData("weekday=TUESDAY", "Uimahalli Yhteislaulukonsertti")]
    [InlineData("weekday=MONDAY", "Uimahalli")]
    [InlineData("weekday=SUNDAY", "")]
    [InlineData("weekday=TUESDAY&timeOfDay=MORNING", "Uimahalli")]
    [InlineData("timeOfDay=EVENING", "Uimahalli Yhteislaulukonsertti")]
    [InlineData("from=2026-11-22T12:00:00%2B02:00&to=2026-11-23T06:00:00%2B02:00", "")]
    [InlineData("from=2026-11-22T12:00:00%2B02:00&to=2026-11-23T06:30:00%2B02:00", "Uimahalli")]
    [InlineData("from=2027-06-01T00:00:00Z", "Uimahalli")]
    public async Task Find_what_happens_or_is_open_then(string times, string names) =>
        Assert.Equal(names, string.Join(' ', (await small.App.GetAsync($"/api/v1/offerings?order=NAME&{times}")).Names));

    [Theory]
    [InlineData("from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z")]
    [InlineData("from=2026-11-24T00:00:00")]
    [InlineData("from=tomorrow")]
    [InlineData("weekday=SOMEDAY")]
    [InlineData("polygon=27 62,28 62")]
    [InlineData("polygon=27 62,28 62,x y")]
    [InlineData("polygon=27 95,28 62,27 63")]
    public async Task And_areas_that_make_no_sense_are_refused(string asked)
    {
        using var answer = await small.App.Client.GetAsync($"/api/v1/offerings?{asked}");
        Assert.Contains((int)answer.StatusCode, new[] { 400, 422 });
        Assert.Contains("FILTER_INVALID", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_hold_the_places_inside_them()
    {
        Assert.Equal(["Kävelyryhmä", "Neuvontapiste"], (await small.App.GetAsync("/api/v1/offerings?order=NAME&polygon=27.7 62.4,27.9 62.4,27.8 62.6")).Names);
        const string Ask = "{ search(filter: { inside: [{ latitude: 62.4, longitude: 27.7 }, { latitude: 62.4, longitude: 27.9 }, { latitude: 62.6, longitude: 27.8 }] }, order: NAME) { nodes { name { value } } } }";
        Assert.Equal(2, (await small.App.QueryAsync(Ask)).GetProperty("search").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public void Hold_any_moment_just_when_its_day_and_hour_in_Finland_are_asked()
    {
        var random = new Random(20261125);
        for (var round = 0; round < 300; round++)
        {
            // Over both changes of the clock.
            var now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(24 * 270));
            var filter = new OfferingFilter
            {
                From = random.Next(2) == 0 ? now.AddHours(random.Next(-100, 100)) : null,
                Weekdays = random.Next(2) == 0 ? [(Weekday)random.Next(7), (Weekday)random.Next(7)] : null,
                TimesOfDay = random.Next(2) == 0 ? [(TimeOfDay)random.Next(3)] : null,
            };
            filter = filter with { To = random.Next(2) == 0 ? (filter.From ?? now).AddHours(random.Next(1, 400)) : null };
            if (WhenSpans.Of(filter, now) is not { } spans)
            {
                continue;
            }

            for (var probe = 0; probe < 50; probe++)
            {
                var moment = now.AddMinutes(random.Next(60 * 24 * 30));
                var held = spans.At(now).AnyOf.Any(span => span.Start <= moment && moment < span.End);
                Assert.Equal(IsAsked(filter, moment), held);
            }
        }
    }

    [Fact]
    public void Open_over_midnight_are_open_the_next_morning()
    {
        var hours = new OpeningHours([DayOfWeek.Saturday], new TimeOnly(23, 0), new TimeOnly(1, 0), null, null, false, ServiceTray.Languages.LocalizedText.Empty);
        Assert.Equal(["6-46", "6-47", "0-00", "0-01"], OpenHalves.Of([hours], TrayApp.Now));
    }

    private static bool IsAsked(OfferingFilter filter, DateTimeOffset moment)
    {
        var local = HelsinkiTime.Local(moment);
        var part = local.Hour switch { >= 5 and < 12 => TimeOfDay.Morning, >= 12 and < 17 => TimeOfDay.Afternoon, >= 17 => TimeOfDay.Evening, _ => (TimeOfDay?)null };
        return !(moment < filter.From) && !(moment >= filter.To)
            && (filter.Weekdays is null || filter.Weekdays.Contains(local.DayOfWeek.FromMonday()))
            && (filter.TimesOfDay is null || (part is { } told && filter.TimesOfDay.Contains(told)));
    }
}
