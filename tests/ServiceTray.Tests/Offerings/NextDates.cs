using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Surveys;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>What takes place is the same to the lists, the suggestions and the index.</summary>
public sealed class NextDates
{
    [Theory]
    [InlineData("Scheduled", "Scheduled", true)]
    [InlineData("Scheduled", "Moved", true)]
    [InlineData("Moved", "Scheduled", true)]
    [InlineData("Scheduled", "Cancelled", false)]
    [InlineData("Scheduled", "Postponed", false)]
    [InlineData("Cancelled", "Scheduled", false)]
    [InlineData("Postponed", "Moved", false)]
    public void Are_those_that_take_place(string ofEvent, string ofDate, bool takesPlace)
    {
        var placed = Placed(Enum.Parse<EventStatus>(ofEvent), Date(2, 3, Enum.Parse<EventStatus>(ofDate)));
        Assert.Equal(takesPlace, placed.Offering.NextAfter(TrayApp.Now) is not null);
        Assert.Equal(takesPlace, Candidate.Of(placed, null, TrayApp.Now) is not null);
        Assert.Equal(takesPlace, OfferingDocument.Of(placed, new Regions([], []), TrayApp.Now).Times.Count > 0);
    }

    [Fact]
    public void Are_the_first_still_to_begin_and_else_what_is_on()
    {
        Occurrence over = Date(-9, -8), on = Date(-2, 4), called = Date(1, 2, EventStatus.Cancelled), ahead = Date(3, 4), later = Date(5, 6);
        Assert.Same(ahead, Placed(EventStatus.Scheduled, over, on, called, ahead, later).Offering.NextAfter(TrayApp.Now));
        Assert.Same(on, Placed(EventStatus.Scheduled, over, on, called).Offering.NextAfter(TrayApp.Now));
        Assert.Null(Placed(EventStatus.Scheduled, over, called).Offering.NextAfter(TrayApp.Now));
    }

    [Fact]
    public void Are_none_of_what_has_no_dates() => Assert.Null(
        new Activity { Id = Source.IdOf("test", "a"), Name = LocalizedText.Of("A"), Themes = [ThemeCode.Mind], OrganisationId = Source.IdOf("test", "o"), Source = new Source("test", "a") }
            .NextAfter(TrayApp.Now));

    private static Occurrence Date(double fromDays, double toDays, EventStatus status = EventStatus.Scheduled) =>
        new(TrayApp.Now.AddDays(fromDays), TrayApp.Now.AddDays(toDays), status);

    private static PlacedOffering Placed(EventStatus status, params Occurrence[] dates)
    {
        var organisation = new Organisation { Id = Source.IdOf("test", "o"), Name = LocalizedText.Of("O"), Kind = OrganisationKind.Association, Source = new Source("test", "o") };
        var offering = new Event
        {
            Id = Source.IdOf("test", "e"), Name = LocalizedText.Of("E"), Themes = [ThemeCode.Mind], OrganisationId = organisation.Id, Source = new Source("test", "e"), Status = status, Occurrences = dates,
        };
        return new PlacedOffering(offering, organisation, []);
    }
}
