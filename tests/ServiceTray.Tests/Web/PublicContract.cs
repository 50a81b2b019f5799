using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>The schema that is served keeps to the public contract; what it has besides is listed here, so that nothing slips in.</summary>
[Collection(SmallTray.Name)]
public sealed class PublicContract(SmallTray small)
{
    private static readonly string[] Additions =
    [
        // Root fields that can fail are nullable, so that an unknown place does not empty the rest of the answer.
        "Query.places: [Spot!]",

        // Whoever kept a result can take it away again.
        "Mutation.forgetSurveyResult(code): String!",
        "Mutation.forgetSurveyResult: Boolean!",
        "Query.complete: [Completion!]",

        // The two-word work of the search paper is asked both ways, any word and all of them.
        "OfferingFilter.allWords: Boolean",

        // Words that are filters can be made only words again, and needs sought are told and can be left out.
        "OfferingFilter.asWords: [String!]",
        "OfferingFilter.seekNeeds: Boolean",
        "OfferingConnection.needs: [Need!]!",
        "type Need",
        "Need.key: String!",
        "Need.themes: [ThemeCode!]!",
        "Need.reason: String!",
        "Need.sought(language): Language",
        "Need.sought: [String!]!",

        // Whoever made a tray can take it away again.
        "Mutation.mailTray(code): String!",
        "Mutation.mailTray(language): Language",
        "Mutation.mailTray(to): String!",
        "Mutation.mailTray: MailTrayPayload!",
        "type MailTrayPayload",
        "MailTrayPayload.errors: [TrayError!]!",
        "MailTrayPayload.posted: Boolean!",
        "Mutation.deleteTray(code): String!",
        "Mutation.deleteTray(editKey): String!",
        "Mutation.deleteTray: Boolean!",

        // What came of `moreLike` says so.
        "ReasonKind.ALIKE",

        // Help first on top of what was found.
        "OfferingConnection.safety: [HelpRow!]!",

        // How and where one comes to talk to somebody, and whether now.
        "HelpRow.channel: HelpChannel!",
        "HelpRow.areas: [ID!]!",
        "HelpRow.openNow: Boolean",
        "HelpRow.nextBest: HelpRow",
        "enum HelpChannel",
        "HelpChannel.PHONE",
        "HelpChannel.CHAT",
        "HelpChannel.WALK_IN",
        "HelpChannel.PAGE",

        // A picture with its words.
        "Activity.picture: Picture",
        "Event.picture: Picture",
        "Offering.picture: Picture",
        "type Picture",
        "Picture.url: String!",
        "Picture.smallUrl: String!",
        "Picture.width: Int!",
        "Picture.height: Int!",
        "Picture.alternative(language): Language",
        "Picture.alternative: Text",

        // How much of a place may be known, beside whether its point is exact.
        "Place.disclosure: PlaceDisclosure!",
        "enum PlaceDisclosure",
        "PlaceDisclosure.WHOLE",
        "PlaceDisclosure.NEIGHBOURHOOD",
        "PlaceDisclosure.MUNICIPALITY",

        // Areas and times of day.
        "OfferingFilter.inside: [CoordinatesInput!]",
        "OfferingFilter.timesOfDay: [TimeOfDay!]",
        "enum TimeOfDay",
        "TimeOfDay.MORNING",
        "TimeOfDay.AFTERNOON",
        "TimeOfDay.EVENING",
        // A group that gathers every week tells so as an event does.
        "Activity.recurrence: Text",
        "Activity.recurrence(language): Language",

        // A calendar moves one evening elsewhere in words, which are no place of the tray.
        "Occurrence.elsewhere: String",

        // When somebody should look again, and whether that day is past.
        "Offering.nextCheckAt: DateTime!",
        "Offering.stale: Boolean!",
        "Activity.nextCheckAt: DateTime!",
        "Activity.onContact: Boolean!",
        "Activity.stale: Boolean!",
        "Event.nextCheckAt: DateTime!",
        "Event.stale: Boolean!",

        // By what a spot's municipality is known.
        "enum MunicipalityBy",
        "MunicipalityBy.BORDERS",
        "MunicipalityBy.NAME",
        "MunicipalityBy.NEAREST_POSTAL_AREA",
        "Spot.municipalityBy: MunicipalityBy",

        // What was found, gathered for a map.
        "OfferingConnection.clusters: [Cluster!]!",
        "OfferingConnection.clusters(zoom): Int!",
        "type Cluster",
        "Cluster.count: Int!",
        "Cluster.centre: Coordinates!",
        "Cluster.box: Box!",
        "type Box",
        "Box.south: Float!",
        "Box.west: Float!",
        "Box.north: Float!",
        "Box.east: Float!",

        // Which other ids answer with it.
        "Offering.replaces: [ID!]!",
        "Activity.replaces: [ID!]!",
        "Event.replaces: [ID!]!",
    ];

    /// <summary>Rooms that the contract leaves to their own papers: they add types and root fields, and change nothing that was promised.</summary>
    private static readonly string[] LaterRooms = ["Publishing", "Referrals", "Statistics", "Import", "Accounts", "Guidance", "Feedback"];

    /// <summary>Parts that a room of the contract adds whole, each in a file of its own.</summary>
    private static readonly string[] LaterParts = ["Surveys/SurveyAbout.graphql", "Surveys/SurveyParts.graphql", "Surveys/Groups/SurveyGroups.graphql", "Offerings/Duplicates/Duplicates.graphql"];

    [SkippableFact]
    public async Task Is_kept_by_the_schema_that_is_served()
    {
        var contract = Path.Combine(Repository.Shared, "design", "schema.graphql");
        Skip.IfNot(File.Exists(contract), "The shared design papers are not beside the repository.");
        var promised = SchemaGraph.Read(await File.ReadAllTextAsync(contract));
        var served = SchemaGraph.Read(await small.App.Client.GetStringAsync("/graphql/schema.graphql"));
        Assert.True(served.Count > 300, "The served schema was not read.");
        Assert.Equal(Additions.Order(StringComparer.Ordinal), served.Except(promised).Except(LaterFacts()));
    }

    private static IEnumerable<string> LaterFacts() =>
        LaterRooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ServiceTray", room), "*.graphql", SearchOption.AllDirectories))
            .Concat(LaterParts.Select(part => Path.Combine(Repository.Root, "src", "ServiceTray", part)))
            .SelectMany(file => SchemaGraph.Read(File.ReadAllText(file)));

    [Fact]
    public void Reads_types_fields_arguments_values_and_defaults()
    {
        var facts = SchemaGraph.Read("""
            # a comment
            "Doc" type A implements B & C @tag(a: 1) { "x: Y" id: ID! list(first: Int = 3, of: [E!]! = [ONE, TWO]): [A!] @deprecated(reason: "old") }
            extend type A { more: Boolean }
            enum E { ONE TWO @x }
            input I @oneOf { a: String b: Float = 1.5 }
            scalar D @specifiedBy(url: "https://example.org")
            directive @tag(a: Int) repeatable on OBJECT | FIELD
            """);
        Assert.Equal(
            [
                "A implements B", "A implements C", "A.id: ID!", "A.list(first): Int = 3", "A.list(of): [E!]! = [ONETWO]", "A.list: [A!]", "A.more: Boolean",
                "E.ONE", "E.TWO", "I.a: String", "I.b: Float = 1.5", "enum E", "input I", "scalar D", "type A",
            ],
            facts);
    }
}
