using Xunit;

namespace ServiceTray.Tests.Walls;

/// <summary>Made-up sources, each breaking one arrow between rooms, beside one that keeps it.</summary>
public sealed class BrokenRooms
{
    private const string Data = "namespace ServiceTray.Data; internal sealed class TrayContext; internal sealed class Change; internal sealed class JsonColumn;";
    private static readonly Source Context = new("src/ServiceTray/Data/TrayContext.cs", Data);
    private static readonly Source Place = new("src/ServiceTray/Places/Place.cs", "namespace ServiceTray.Places; internal sealed record Place;");

    [Theory]
    [InlineData("Places/Spot.cs", "using ServiceTray.Offerings;", "Places may not know Offerings")]
    [InlineData("Themes/Theme.cs", "internal sealed class Theme { ServiceTray.Organisations.Organisation? By; }", "Themes may not know Organisations")]
    [InlineData("Offerings/Activity.cs", "using ServiceTray.Trays;", "Offerings may not know Trays")]
    [InlineData("Trays/Tray.cs", "using ServiceTray.Surveys;", "Trays may not know Surveys")]
    [InlineData("Surveys/Survey.cs", "using ServiceTray.Referrals;", "Surveys may not know Referrals")]
    [InlineData("Accounts/Account.cs", "using ServiceTray.Offerings;", "Accounts may not know Offerings")]
    [InlineData("Offerings/Owner.cs", "using ServiceTray.Accounts;", "Offerings may not know Accounts")]
    [InlineData("Import/Importer.cs", "using ServiceTray.Surveys;", "Import may not know Surveys")]
    [InlineData("Export/Fhir/Writer.cs", "using ServiceTray.Accounts;", "Export may not know Accounts")]
    [InlineData("Feedback/Feedback.cs", "using ServiceTray.Guidance;", "Feedback may not know Guidance")]
    [InlineData("Languages/Text.cs", "using ServiceTray.Refusals;", "Languages may not know Refusals")]
    [InlineData("Languages/Text.cs", "internal sealed class Text { Places.Place? At; }", "Languages may not know Places")]
    [InlineData("Languages/Text.cs", "using ServiceTray.Data;", "Languages may not know Data")]
    [InlineData("Offerings/Offering.cs", "using Place = ServiceTray.Feedback.Feedback;", "Offerings may not know Feedback")]
    [InlineData("Offerings/SearchPage.razor", "@using ServiceTray.Surveys", "Offerings may not know Surveys")]
    [InlineData("Offerings/OfferingSearch.cs", "using ServiceTray.Data; class A(JsonColumn column);", "of Data only the context, its changes and where it lies may be known, not JsonColumn")]
    [InlineData("Offerings/OfferingSearch.cs", "using ServiceTray.Web;", "only edges and setups may know Web")]
    [InlineData("Misc/Thing.cs", "", "Misc is a room that the table of the house does not have")]
    public void Are_told(string path, string text, string expected)
    {
        var breach = Assert.Single(Breaches(path, text));
        Assert.Equal($"src/ServiceTray/{path}: {expected}", breach);
    }

    [Theory]
    [InlineData("Offerings/Offering.cs", "using ServiceTray.Places; using ServiceTray.Languages; // using ServiceTray.Trays;")]
    [InlineData("Offerings/Offering.cs", "class Offering { object Themes = \"using ServiceTray.Trays;\"; int Count => Places.Count; }")]
    [InlineData("Offerings/OfferingMapping.cs", "using ServiceTray.Data; class OfferingMapping(JsonColumn column);")]
    [InlineData("Offerings/OfferingSearch.cs", "using ServiceTray.Data; class A(TrayContext context, Change change);")]
    [InlineData("Offerings/OfferingPage.razor", "@using ServiceTray.Web\n@* @using ServiceTray.Trays *@")]
    [InlineData("Statistics/Gap.cs", "using ServiceTray.Accounts; using ServiceTray.Referrals;")]
    [InlineData("Data/TrayContext.cs", "using ServiceTray.Import;")]
    [InlineData("Surveys/Survey.cs", "using ServiceTray.Offerings; using ServiceTray.Accounts;")]
    public void Are_not_seen_where_the_house_allows(string path, string text) => Assert.Empty(Breaches(path, text));

    private static IEnumerable<string> Breaches(string path, string text) =>
        RoomWall.Breaches([Context, Place, new($"src/ServiceTray/{path}", text)]);
}
