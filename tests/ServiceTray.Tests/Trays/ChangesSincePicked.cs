using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using ServiceTray.Trays;
using Xunit;

namespace ServiceTray.Tests.Trays;

public sealed class ChangesSincePicked
{
    private static readonly Guid Hall = Guid.CreateVersion7(TrayApp.Now);
    private static readonly Guid Library = Guid.CreateVersion7(TrayApp.Now);

    [Fact]
    public void Are_none_while_all_stands() => Assert.Empty(Told(Concert(2, 9), Concert(2, 9)));

    [Fact]
    public void Are_none_of_dates_that_went_by_or_were_added() => Assert.Empty(Told(Concert(-3, 2), Concert(2, 9, 16)));

    [Fact]
    public void Tell_what_is_gone() => Assert.Equal(["Tätä ei enää ole tarjolla."], Told(Concert(2), null));

    [Fact]
    public void Tell_what_is_over() => Assert.Equal(["Tämä on ohi."], Told(Concert(-3), Concert(-3)));

    [Fact]
    public void Tell_that_the_whole_is_cancelled_and_nothing_less()
    {
        var now = Concert(2, 9);
        now.Status = EventStatus.Cancelled;
        Assert.Equal(["Tämä on peruttu."], Told(Concert(2, 9), now));
    }

    [Theory]
    [InlineData(EventStatus.Cancelled, "Peruttu: 24.11.2026 klo 12.00.")]
    [InlineData(EventStatus.Postponed, "Siirretty myöhemmäksi: 24.11.2026 klo 12.00.")]
    [InlineData(EventStatus.Moved, "Siirretty: 24.11.2026 klo 12.00.")]
    internal void Tell_of_the_one_date(EventStatus status, string expected)
    {
        var now = Concert(2, 9);
        now.Occurrences = [Date(2, status), Date(9)];
        Assert.Equal([expected], Told(Concert(2, 9), now));
    }

    [Fact]
    public void Tell_a_date_that_is_no_longer_there() => Assert.Equal(["Ei enää ohjelmassa: 24.11.2026 klo 12.00."], Told(Concert(2, 9), Concert(3, 9)));

    [Fact]
    public void Tell_another_place_and_that_it_is_full()
    {
        var now = Concert(2);
        now.PlaceIds = [Library];
        now.Capacity = new Capacity(CapacityState.Full, TrayApp.Now);
        Assert.Equal(["Paikka on vaihtunut.", "Nyt täynnä."], Told(Concert(2), now));
    }

    [Fact]
    public void Are_told_in_three_languages()
    {
        var change = Assert.Single(Changes.Since(Standing.Of(Concert(2, 9), TrayApp.Now), Concert(9), TrayApp.Now));
        Assert.Equal(
            ["Ei enää ohjelmassa: 24.11.2026 klo 12.00.", "Inte längre i programmet: 24.11.2026 kl. 12.00.", "No longer planned: 24 Nov 2026 at 12:00."],
            new[] { Language.Fi, Language.Sv, Language.En }.Select(language => change.Pick(language).Value));
    }

    private static IEnumerable<string> Told(Event then, Event? now) =>
        Changes.Since(Standing.Of(then, TrayApp.Now), now, TrayApp.Now).Select(change => change.Pick(Language.Fi).Value);

    private static Event Concert(params int[] days) => new()
    {
        Id = Guid.Empty,
        Name = LocalizedText.Of("Konsertti"),
        Themes = [ThemeCode.Culture],
        OrganisationId = Guid.Empty,
        PlaceIds = [Hall],
        Source = new Source("test", "1", null, null, null),
        Occurrences = [.. days.Select(day => Date(day))],
    };

    private static Occurrence Date(int days, EventStatus status = EventStatus.Scheduled) => new(TrayApp.Now.AddDays(days), TrayApp.Now.AddDays(days).AddHours(1), status);
}
