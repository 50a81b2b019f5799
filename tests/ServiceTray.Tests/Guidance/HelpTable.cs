using ServiceTray.Guidance;
using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Guidance;

/// <summary>Which rows help whom, in a table: audience, language, area and hours against rows that are told here.</summary>
public sealed class HelpTable
{
    private static readonly DayOfWeek[] Every = Enum.GetValues<DayOfWeek>();

    private static readonly HelpRows Rows = new(
    [
        Row("all", "fi sv en", [HelpAudience.Adult, HelpAudience.Youth, HelpAudience.Child], open: new(Every, new(0, 0), new(0, 0))),
        Row("fi", audiences: [HelpAudience.Adult, HelpAudience.Youth]),
        Row("sv", "sv", open: new([DayOfWeek.Monday, DayOfWeek.Tuesday], new(9, 0), new(15, 0))) with { NextBest = "all" },
        Row("night", open: new([DayOfWeek.Friday], new(20, 0), new(2, 0))),
        Row("kuopio", area: "297"),
        Row("north-savo", area: "PS"),
        Row("helsinki", "sv", area: "091"),
        Row("child", audiences: [HelpAudience.Child]),
    ]);

    [Theory]

    // A Monday at noon, no place told.
    [InlineData("Adult", "fi", "", "2026-11-23T12:00", "all fi | sv ! night")]
    [InlineData("Adult", "sv", "", "2026-11-23T12:00", "all sv | fi ! night")]
    [InlineData("Adult", "en", "", "2026-11-23T12:00", "all | fi sv ! night")]
    [InlineData("Youth", "fi", "", "2026-11-23T12:00", "all fi")]
    [InlineData("Child", "fi", "", "2026-11-23T12:00", "all child")]
    [InlineData("", "fi", "", "2026-11-23T12:00", "all fi child | sv ! night")]

    // Hours: a day of the week without, before opening, at opening, at closing, past midnight after its day and after another.
    [InlineData("Adult", "sv", "", "2026-11-25T12:00", "all | fi ! sv night")]
    [InlineData("Adult", "sv", "", "2026-11-24T08:59", "all | fi ! sv night")]
    [InlineData("Adult", "sv", "", "2026-11-24T09:00", "all sv | fi ! night")]
    [InlineData("Adult", "sv", "", "2026-11-24T15:00", "all | fi ! sv night")]
    [InlineData("Adult", "fi", "", "2026-11-27T20:00", "all fi night ! sv")]
    [InlineData("Adult", "fi", "", "2026-11-28T01:59", "all fi night ! sv")]
    [InlineData("Adult", "fi", "", "2026-11-28T02:00", "all fi ! night sv")]
    [InlineData("Adult", "fi", "", "2026-11-27T01:00", "all fi ! night sv")]

    // Areas: the municipality, its county, a county alone, another municipality of it, elsewhere.
    [InlineData("Adult", "fi", "297 PS", "2026-11-23T12:00", "all fi kuopio north-savo | sv ! night")]
    [InlineData("Adult", "fi", "PS", "2026-11-23T12:00", "all fi north-savo | sv ! night")]
    [InlineData("Adult", "fi", "140 PS", "2026-11-23T12:00", "all fi north-savo | sv ! night")]
    [InlineData("Adult", "sv", "091", "2026-11-23T12:00", "all sv helsinki | fi ! night")]
    [InlineData("Child", "sv", "091", "2026-11-23T12:00", "all | child")]
    public void Gives_the_rows_for_the_audience_the_language_the_area_and_the_hour(string audience, string language, string areas, string at, string expected)
    {
        // Written in the expected order: those in her language, then | the others, then ! the closed, of which those in her language first.
        var asked = new HelpAsked(
            audience.Length > 0 ? Enum.Parse<HelpAudience>(audience) : null,
            Enum.Parse<Language>(language, ignoreCase: true),
            areas.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new DateTimeOffset(DateTime.Parse(at), TimeSpan.FromHours(2)));
        var words = expected.Split(' ').Where(word => word is not ("|" or "!"));
        Assert.Equal(words, Rows.For(asked).Select(row => row.Key));
    }

    [Fact]
    public void Names_the_next_best_of_a_row_that_is_closed()
    {
        Assert.Equal("all", Rows.NextBest(Rows.All.Single(row => row.Key == "sv"))?.Key);
        Assert.Null(Rows.NextBest(Rows.All.Single(row => row.Key == "fi")));
    }

    [Fact]
    public void Tells_no_hours_where_a_day_has_no_times()
    {
        var monday = Row("x", open: new([DayOfWeek.Monday]));
        Assert.Null(monday.IsOpenAt(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(2))));
        Assert.False(monday.IsOpenAt(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(2))));
    }

    internal static HelpRow Row(string key, string languages = "fi", HelpAudience[]? audiences = null, string? area = null, HelpHours? open = null) => new(
        key,
        LocalizedText.Of(key, key, key),
        "112",
        null,
        LocalizedText.Empty,
        languages.Split(' '),
        audiences ?? [HelpAudience.Adult],
        HelpChannel.Phone,
        new DateOnly(2026, 11, 1),
        area is null ? [] : [area],
        open is null ? [] : [open]);
}
