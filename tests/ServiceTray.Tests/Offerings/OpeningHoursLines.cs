using ServiceTray.Languages;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Offerings;

public sealed class OpeningHoursLines
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("fi", "Maanantai–keskiviikko, perjantai", "klo 9.00–16.30")]
    [InlineData("sv", "Måndag–onsdag, fredag", "kl. 9.00–16.30")]
    [InlineData("en", "Monday–Wednesday, Friday", "09:00–16:30")]
    public void Draw_days_together_in_each_language(string tag, string days, string times)
    {
        var line = Assert.Single(Lines(LanguageTags.Read(tag)!.Value, Hours([DayOfWeek.Friday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday], "09:00", "16:30")));
        Assert.Equal((days, times, null), (line.Days, line.Times, line.Dates));
    }

    [Fact]
    public void Name_two_days_that_follow_each_other_one_by_one() =>
        Assert.Equal("Lauantai, sunnuntai", Lines(Language.Fi, Hours([DayOfWeek.Sunday, DayOfWeek.Saturday], "10:00", "17:00"))[0].Days);

    [Fact]
    public void Say_every_day_when_it_is() =>
        Assert.Equal("Joka päivä", Lines(Language.Fi, Hours([.. Enum.GetValues<DayOfWeek>()], "10:00", "17:00"))[0].Days);

    [Fact]
    public void Say_round_the_clock_when_the_hours_meet() =>
        Assert.Equal("ympäri vuorokauden", Lines(Language.Fi, Hours([DayOfWeek.Monday], "00:00", "00:00"))[0].Times);

    [Fact]
    public void Say_that_hours_are_not_told() => Assert.Equal("aikoja ei ole kerrottu, kysy", Lines(Language.Fi, Hours([DayOfWeek.Monday], null, null))[0].Times);

    [Fact]
    public void Leave_out_what_is_over_and_put_what_comes_last()
    {
        var always = Hours([DayOfWeek.Monday], "09:00", "15:00");
        var over = always with { ValidFrom = new(2026, 1, 1), ValidTo = new(2026, 11, 21) };
        var coming = always with { Closed = true, Opens = null, Closes = null, ValidFrom = new(2026, 12, 24), ValidTo = new(2026, 12, 26) };
        Assert.Equal([("klo 9.00–15.00", null), ("suljettu", "24.12.2026 – 26.12.2026")], Lines(Language.Fi, coming, over, always).Select(line => (line.Times, line.Dates)));
    }

    private static IReadOnlyList<OpeningLine> Lines(Language language, params OpeningHours[] hours) => OpeningHoursWords.Of(hours, Today, language);

    private static OpeningHours Hours(IReadOnlyList<DayOfWeek> days, string? opens, string? closes) =>
        new(days, opens is null ? null : TimeOnly.Parse(opens), closes is null ? null : TimeOnly.Parse(closes), null, null, false, LocalizedText.Empty);
}
