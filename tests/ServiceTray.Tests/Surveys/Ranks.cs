using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Surveys;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Surveys;

public sealed class Ranks
{
    [Fact]
    public void Rise_with_each_thing_that_makes_it_easier_to_go()
    {
        var plain = Rank();
        Assert.True(Rank(km: 1) > Rank(km: 8));
        Assert.True(Rank(free: true) > Rank(free: null) && Rank(free: null) > Rank(free: false));
        Assert.True(Rank(lowThreshold: true) > plain);
        Assert.True(Rank(room: CapacityState.Room) > plain && plain > Rank(room: CapacityState.WaitingList) && Rank(room: CapacityState.WaitingList) > Rank(room: CapacityState.Full));
        Assert.True(Rank(main: true) > Rank(main: false));
        Assert.True(Rank(days: 2) > Rank(days: 20) && Rank(days: 20) > Rank(days: 60));
    }

    [Theory]
    [InlineData(6.9, true)]
    [InlineData(7.1, false)]
    public void Call_it_soon_within_seven_days(double days, bool soon) => Assert.Equal(soon, Of(days: days)!.OpenSoon);

    [Fact]
    public void Leave_out_what_does_not_take_place_any_more()
    {
        Assert.Null(Of(days: -3));
        Assert.Null(Of(days: 3, status: EventStatus.Cancelled));
        Assert.NotNull(Of(days: 3));
    }

    [Theory]
    [InlineData("2026-11-22", null, null, true)]
    [InlineData("2026-11-22", "2026-11-24", null, false)]
    [InlineData("2026-11-22", null, "2026-11-22", false)]
    [InlineData("2026-11-23", "2026-11-23", "2026-11-23", true)]
    public void See_open_days_within_their_span(string first, string? from, string? to, bool open)
    {
        // Mondays alone; 23.11.2026 is one. Two days are looked at.
        OpeningHours mondays = new([DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(15, 0), Day(from), Day(to), false, LocalizedText.Empty);
        Assert.Equal(open, OpenDays.IsOpen([mondays], Day(first)!.Value, 2));
        OpeningHours closure = new([], null, null, Day("2026-11-23"), Day("2026-11-23"), true, LocalizedText.Empty);
        Assert.False(OpenDays.IsOpen([mondays, closure], Day(first)!.Value, 2));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day);

    private static double Rank(double? km = null, bool? free = null, bool lowThreshold = false, CapacityState? room = null, bool main = true, double? days = null) =>
        Of(km, free, lowThreshold, room, main, days)!.RankIn(ThemeCode.Mind, TrayApp.Now);

    private static Candidate? Of(
        double? km = null, bool? free = null, bool lowThreshold = false, CapacityState? room = null, bool main = true, double? days = null, EventStatus status = EventStatus.Scheduled)
    {
        var organisation = new Organisation { Id = Source.IdOf("test", "o"), Name = LocalizedText.Of("O"), Kind = OrganisationKind.Association, Source = new Source("test", "o") };
        IReadOnlyList<ThemeCode> themes = main ? [ThemeCode.Mind, ThemeCode.Nature] : [ThemeCode.Nature, ThemeCode.Mind];
        var starts = TrayApp.Now.AddDays(days ?? 0);
        Offering offering = days is null
            ? new Activity { Id = Source.IdOf("test", "a"), Name = LocalizedText.Of("A"), Themes = themes, OrganisationId = organisation.Id, Source = new Source("test", "a") }
            : new Event { Id = Source.IdOf("test", "e"), Name = LocalizedText.Of("E"), Themes = themes, OrganisationId = organisation.Id, Source = new Source("test", "e"), Status = status, Occurrences = [new Occurrence(starts, starts.AddHours(1))] };
        offering.Price = free is null ? Price.NotTold : new Price(free, null, LocalizedText.Empty);
        offering.LowThreshold = lowThreshold;
        offering.Capacity = room is { } state ? new Capacity(state, TrayApp.Now) : null;
        return Candidate.Of(new PlacedOffering(offering, organisation, []), km, TrayApp.Now);
    }
}
