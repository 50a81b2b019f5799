using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Search.Querying;
using ServiceTray.Tests.Places;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A filter in the index's words.</summary>
public sealed class AskedOfTheIndex
{
    /// <summary>What is offered everywhere but on Åland is in reach of every spot but those there; abroad no region is.</summary>
    [Theory]
    [InlineData(62.89, 27.68, "297 PS * *-aland")]
    [InlineData(60.1, 19.94, "478 *")]
    [InlineData(-33.9, 18.4, "* *-aland")]
    public void A_spot_is_in_the_areas_of_its_municipality(double latitude, double longitude, string codes)
    {
        var spot = KnownPlaces.Gazetteer.At(new(latitude, longitude));
        Assert.Equal(codes, string.Join(' ', Query(new OfferingFilter { Near = new(new()) }, spot).Near!.CoverageCodes));
        Assert.Equal(codes, string.Join(' ', Query(new OfferingFilter { Near = new(new()) }, spot with { Municipality = null }).Near!.CoverageCodes));
    }

    [Fact]
    public void Nothing_asked_is_only_what_is_not_over()
    {
        var query = Query(new OfferingFilter { Themes = [], LowThreshold = false, GuidancePoint = false });
        Assert.Empty(query.Keywords);
        Assert.Equal((IndexFields.Ends, true, true), Assert.Single(query.Numbers) is var number ? (number.Field, number.FromNow, number.MissingPasses) : default);
    }

    [Fact]
    public void Every_member_has_its_field()
    {
        var id = Guid.NewGuid();
        var query = Query(new OfferingFilter
        {
            Kinds = [OfferingKind.Event],
            Themes = [ThemeCode.Mind, ThemeCode.Nature],
            Municipalities = ["297"],
            Counties = ["PS"],
            Audiences = [AudienceCode.OlderPeople],
            Modes = [AttendanceMode.Online],
            Access = [AccessMode.DropIn],
            Languages = ["SV"],
            Organisations = [$"{id:N}"],
            LowThreshold = true,
            AcceptsReferrals = true,
            HasRoom = true,
            Free = false,
            Accessibility = [AccessibilityAspect.Wheelchair, AccessibilityAspect.Wheelchair],
            AgeYears = 70,
            GuidancePoint = true,
        });
        Assert.Equal(
            [
                (IndexFields.Kind, "Event"), (IndexFields.Theme, "Mind Nature"), (IndexFields.Municipality, "297"), (IndexFields.County, "PS"),
                (IndexFields.Audience, "OlderPeople"), (IndexFields.Mode, "Online"), (IndexFields.Access, "DropIn"), (IndexFields.Language, "sv"),
                (IndexFields.Organisation, $"{id}"), (IndexFields.LowThreshold, IndexFields.Yes), (IndexFields.AcceptsReferrals, IndexFields.Yes),
                (IndexFields.HasRoom, IndexFields.Yes), (IndexFields.Free, IndexFields.No), (IndexFields.Accessibility, "Wheelchair"),
            ],
            query.Keywords.Select(each => (each.Field, string.Join(' ', each.AnyOf))));
        Assert.Equal(
            [IndexFields.Ends, IndexFields.MinimumAge, IndexFields.MaximumAge, IndexFields.GuidanceFrom, IndexFields.GuidanceTo],
            query.Numbers.Select(each => each.Field));
    }

    private static SearchQuery Query(OfferingFilter filter, Spot? centre = null) =>
        new OfferingQueryBuilder(filter, [], centre, KnownPlaces.Regions, TrayApp.Now).Build(null, OfferingOrder.Best, new PageRequest(1));
}
