using Microsoft.Extensions.Logging;
using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Tests.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Guidance;

public sealed class HelpRowsFile
{
    private static readonly HelpRows Rows = HelpRows.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "help", "help.json"), KnownPlaces.Regions);

    [Theory]
    [InlineData("Adult")]
    [InlineData("Youth")]
    [InlineData("Child")]
    public void Never_leaves_anybody_with_one_number_alone(string audience)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var rows = Rows.For(new HelpAsked(Enum.Parse<HelpAudience>(audience), language, [], TrayApp.Now));
            Assert.True(rows.Count(row => row.Phone is not null && row.Open.Count > 0) >= 2);
            Assert.True(rows.Count(row => row.Phone is not null) >= 3);
        }
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public void Tells_every_row_in_the_three_languages(string tag) =>
        Assert.All(Rows.All, row => Assert.True(row.Title.In(tag) is not null && row.Hours.In(tag) is not null, row.Key));

    [Fact]
    public void Has_the_same_neutral_block_for_everybody_wherever_they_live() =>
        Assert.All(Enum.GetValues<Language>(), language => Assert.All(Rows.Neutral(language), row => Assert.Empty(row.Areas)));

    [Theory]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"languages":[],"audiences":["ADULT"],"channel":"PAGE","checkedOn":"2026-01-01"}]""", "a number or a page")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phone":"1","languages":[],"audiences":[],"channel":"PHONE","checkedOn":"2026-01-01"}]""", "for somebody")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"url":"https://x.example/","languages":[],"audiences":["ADULT"],"channel":"PHONE","checkedOn":"2026-01-01"}]""", "has a number")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phon":"1","audiences":["ADULT"],"channel":"PHONE","checkedOn":"2026-01-01"}]""", "phon")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phone":"1","languages":[],"audiences":["ADULT"],"channel":"PIGEON","checkedOn":"2026-01-01"}]""", "channel")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phone":"1","languages":[],"audiences":["ADULT"],"channel":"PHONE","areas":["70100"],"checkedOn":"2026-01-01"}]""", "70100")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phone":"1","languages":[],"audiences":["ADULT"],"channel":"PHONE","open":[{"days":[]}],"checkedOn":"2026-01-01"}]""", "some day")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phone":"1","languages":[],"audiences":["ADULT"],"channel":"PHONE","nextBest":"y","checkedOn":"2026-01-01"}]""", "next best")]
    [InlineData("""[{"key":"x","title":{"fi":"X"},"phone":"1","languages":[],"audiences":["ADULT"],"channel":"PHONE","nextBest":"x","checkedOn":"2026-01-01"}]""", "next best")]
    public void Refuses_a_row_that_helps_nobody(string json, string reason)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);
        var refused = Assert.Throws<InvalidDataException>(() => HelpRows.Read(file, KnownPlaces.Regions));
        Assert.Contains(reason, refused.Message);
        File.Delete(file);
    }

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public void Tells_the_administrator_of_a_row_that_nobody_has_looked_at_for_ninety_days_and_keeps_it(int days, bool told)
    {
        var row = HelpTable.Row("old") with { CheckedOn = new DateOnly(2026, 8, 1) };
        var rows = new HelpRows([row]);
        var log = new CapturedLog();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        using var clock = new HelpClock(rows, new FixedClock(new DateTimeOffset(2026, 8, 1, 9, 0, 0, TimeSpan.Zero).AddDays(days)), logging.CreateLogger<HelpClock>());
        clock.Tell();
        Assert.Equal(told, log.Lines.Any(line => line.Contains("Warning") && line.Contains("old")));
        Assert.Equal([row], rows.For(new HelpAsked(HelpAudience.Adult, Language.Fi, [], TrayApp.Now.AddDays(days))));
    }
}
