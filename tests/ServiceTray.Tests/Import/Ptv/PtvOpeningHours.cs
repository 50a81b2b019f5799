using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Import.Ptv;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

public sealed class PtvOpeningHours
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Days_of_the_same_hours_stand_together_from_Monday_on()
    {
        var hours = Read("""
            { "serviceHourType": "DaysOfTheWeek", "openingHour": [
              { "dayFrom": "Sunday", "dayTo": "", "from": "10:00:00", "to": "16:00:00" },
              { "dayFrom": "Wednesday", "dayTo": "", "from": "08:00:00", "to": "20:00:00" },
              { "dayFrom": "Monday", "dayTo": null, "from": "08:00:00", "to": "20:00:00" } ] }
            """);

        Assert.Equal(["Sunday 10:00-16:00", "Monday Wednesday 08:00-20:00"], hours.Select(Say));
    }

    [Fact]
    public void A_range_of_days_is_each_of_them() => Assert.Equal(
        ["Monday Tuesday Wednesday 09:00-15:00"],
        Read("""{ "serviceHourType": "DaysOfTheWeek", "openingHour": [{ "dayFrom": "Monday", "dayTo": "Wednesday", "from": "09:00:00", "to": "15:00:00" }] }""").Select(Say));

    [Theory]
    [InlineData("Friday", "Saturday", "18:00:00", "02:00:00", "Friday 18:00-02:00")]
    [InlineData("Friday", "Sunday", "18:00:00", "12:00:00", "Friday 18:00-00:00, Saturday 00:00-00:00, Sunday 00:00-12:00")]
    [InlineData("Friday", "Sunday", "18:00:00", "24:00:00", "Friday 18:00-00:00, Saturday 00:00-00:00")]
    [InlineData("Sunday", "Monday", "22:00:00", "23:00:00", "Sunday 22:00-00:00, Monday 00:00-23:00")]
    public void A_stay_over_midnight_is_split_by_days_when_it_is_longer_than_a_night(string from, string to, string opens, string closes, string said)
    {
        var hours = Read($$"""{ "serviceHourType": "OverMidnight", "openingHour": [{ "dayFrom": "{{from}}", "dayTo": "{{to}}", "from": "{{opens}}", "to": "{{closes}}" }] }""");

        Assert.Equal(said, string.Join(", ", hours.Select(Say)));
    }

    [Fact]
    public void Exceptional_hours_fall_on_the_weekdays_of_their_dates()
    {
        var day = Assert.Single(Read("""{ "serviceHourType": "Exceptional", "validFrom": "2024-12-24T00:00:00", "openingHour": [{ "dayFrom": null, "from": "10:00:00", "to": "12:00:00" }] }"""));

        Assert.Equal("Tuesday 10:00-12:00", Say(day));
        Assert.Equal((new DateOnly(2024, 12, 24), new DateOnly(2024, 12, 24)), (day.ValidFrom, day.ValidTo));
    }

    [Fact]
    public void An_exceptional_day_may_be_closed()
    {
        var day = Assert.Single(Read("""{ "serviceHourType": "Exceptional", "validFrom": "2024-12-24T22:00:00Z", "validTo": "2024-12-25T22:00:00Z", "isClosed": true, "openingHour": [] }"""));

        Assert.True(day.Closed);
        Assert.Equal((new DateOnly(2024, 12, 25), new DateOnly(2024, 12, 26)), (day.ValidFrom, day.ValidTo));
    }

    /// <summary>The register keeps of an exception that is no period its first day alone (its published source, translators of opening hours).</summary>
    [Fact]
    public void An_exception_of_one_day_closes_that_day_and_no_other()
    {
        const string Week = """{ "serviceHourType": "DaysOfTheWeek", "isAlwaysOpen": true, "openingHour": [] }""";
        const string Closed = """{ "serviceHourType": "Exceptional", "validFrom": "2026-12-06T00:00:00", "isClosed": true, "openingHour": [] }""";
        List<OpeningHours> hours = [.. Read(Week), .. Read(Closed)];

        Assert.Equal([true, false, true], new[] { 5, 6, 7 }.Select(day => OpeningTimes.IsOpenAt(hours, HelsinkiTime.At(new DateTime(2026, 12, day, 12, 0, 0)))));
    }

    [Theory]
    [InlineData("Exceptional", true)]
    [InlineData("DaysOfTheWeek", false)]
    [InlineData("OverMidnight", false)]
    public void Open_a_closed_place_only_as_exceptional(string kind, bool isOpen)
    {
        const string Repair = """{ "serviceHourType": "Exceptional", "validFrom": "2026-11-01T00:00:00", "validTo": "2027-01-31T00:00:00", "isClosed": true, "openingHour": [] }""";
        var told = $$"""{ "serviceHourType": "{{kind}}", "validFrom": "2026-12-08T00:00:00", "validTo": "2026-12-08T00:00:00", "openingHour": [{ "dayFrom": "Tuesday", "from": "10:00:00", "to": "12:00:00" }] }""";

        Assert.Equal(isOpen, OpeningTimes.IsOpenAt([.. Read(Repair), .. Read(told)], HelsinkiTime.At(new DateTime(2026, 12, 8, 11, 0, 0))));
    }

    [Fact]
    public void Words_without_hours_are_kept_and_nothing_at_all_is_nothing()
    {
        const string Summer = """{ "serviceHourType": "DaysOfTheWeek", "additionalInformation": [{ "value": "Kesällä sään mukaan", "language": "fi" }], "openingHour": [] }""";

        Assert.Equal(LocalizedText.Of("Kesällä sään mukaan"), Assert.Single(Read(Summer)).Note);
        Assert.Empty(Read("""{ "serviceHourType": "DaysOfTheWeek", "openingHour": null }"""));
        Assert.Empty(Read("""{ "serviceHourType": "DaysOfTheWeek", "openingHour": [null, { "dayFrom": "Monday", "from": "nine", "to": "15:00:00" }] }"""));
    }

    [Fact]
    public void Always_open_is_every_day_round_the_clock() => Assert.Equal(
        ["Monday Tuesday Wednesday Thursday Friday Saturday Sunday 00:00-00:00"],
        Read("""{ "serviceHourType": "DaysOfTheWeek", "isAlwaysOpen": true, "openingHour": [] }""").Select(Say));

    private static List<OpeningHours> Read(string json) =>
        [.. PtvHoursReader.Read([JsonSerializer.Deserialize<PtvHours>(json, Web)!], LocalizedText.Empty)];

    private static string Say(OpeningHours hours) => $"{string.Join(' ', hours.Weekdays)} {hours.Opens:HH:mm}-{hours.Closes:HH:mm}";
}
