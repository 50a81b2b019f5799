using Xunit;

namespace ServiceTray.Tests.Walls;

/// <summary>Made-up sources that point back to an edge, or turn an arrow round in a schema.</summary>
public sealed class BrokenEdges
{
    private static readonly Source[] Edges =
    [
        new("src/ServiceTray/Offerings/OfferingQueries.cs", "internal static class OfferingQueries; internal enum Weekday;"),
        new("src/ServiceTray/Offerings/OfferingEndpoints.cs", "internal static class OfferingEndpoints;"),
        new("src/ServiceTray/Offerings/OrganisationLoader.cs", "internal sealed class OrganisationLoader : BatchLoader<Guid, Organisation>;"),
        new("src/ServiceTray/Import/Seed/SeedLoader.cs", "internal sealed class SeedLoader;"),
        new("src/ServiceTray/Offerings/CalendarPage.razor", "<h1>…</h1>"),
        new("src/ServiceTray/Offerings/SearchPage.razor", "<h1>…</h1>"),
        new("src/ServiceTray.Search/Querying/SearchPage.cs", "public sealed record SearchPage;"),
        new("src/ServiceTray/Themes/Themes.graphql", "type Theme { name: String! }"),
        new("src/ServiceTray/Offerings/Offerings.graphql", "interface Offering { themes: [Theme!]! } enum Kind { EVENT } extend type Theme { offerings: [Offering!]! }"),
    ];

    [Theory]
    [InlineData("Offerings/OfferingSearch.cs", "class OfferingSearch { string Name = nameof(OfferingQueries); }", "points back to the edge src/ServiceTray/Offerings/OfferingQueries.cs")]
    [InlineData("Trays/TrayKeeper.cs", "class TrayKeeper(OfferingEndpoints endpoints);", "points back to the edge src/ServiceTray/Offerings/OfferingEndpoints.cs")]
    [InlineData("Offerings/OfferingSearch.cs", "class OfferingSearch(OrganisationLoader loader);", "points back to the edge src/ServiceTray/Offerings/OrganisationLoader.cs")]
    [InlineData("Offerings/Activity.cs", "class Activity { CalendarPage? Page; }", "points back to the edge src/ServiceTray/Offerings/CalendarPage.razor")]
    [InlineData("Places/Places.graphql", "extend type Offering { near: Int }", "Places may not know Offerings, where Offering stands; the later room extends the earlier")]
    [InlineData("Places/Places.graphql", "type Place { \"Of any Theme\" kinds: [[Kind!]] }", "Places may not know Offerings, where Kind stands; the later room extends the earlier")]
    [InlineData("Organisations/Organisations.graphql", "type Club implements Node & Offering { id: ID! }", "Organisations may not know Offerings, where Offering stands; the later room extends the earlier")]
    [InlineData("Organisations/Organisations.graphql", "union Found = Organisation | Offering", "Organisations may not know Offerings, where Offering stands; the later room extends the earlier")]
    public void Are_told(string path, string text, string expected)
    {
        var breach = Assert.Single(Breaches(path, text));
        Assert.Equal($"src/ServiceTray/{path}: {expected}", breach);
    }

    [Theory]
    [InlineData("Offerings/OfferingFields.cs", "class OfferingFields { OrganisationLoader loader; }")]
    [InlineData("Offerings/OfferingsSetup.cs", "class OfferingsSetup { object a = typeof(OfferingQueries); }")]
    [InlineData("Offerings/OfferingSearch.cs", "class OfferingSearch { SearchPage page; /* OfferingQueries calls it */ }")]
    [InlineData("Places/Places.graphql", "\"\"\"Where an Offering: Offering is.\"\"\" type Place { name: String! # of: Offering\n }")]
    [InlineData("Import/Seed/SeedDates.cs", "record SeedDates(DayOfWeek Weekday);")]
    [InlineData("Web/TrayStart.cs", "class TrayStart(SeedLoader seeds);")]
    [InlineData("Trays/Trays.graphql", "type Tray { items: [Offering!]! } extend type Offering { trays: Int! }")]
    public void Are_not_seen_where_the_house_allows(string path, string text) => Assert.Empty(Breaches(path, text));

    private static IEnumerable<string> Breaches(string path, string text) => EdgeWall.Breaches([.. Edges, new($"src/ServiceTray/{path}", text)]);
}
