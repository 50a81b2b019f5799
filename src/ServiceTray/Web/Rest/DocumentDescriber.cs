using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceTray.Web.Rest;

/// <summary>Says where the API is, that it is open to all, and what its parts are about.</summary>
internal sealed class DocumentDescriber : IDocumentFilter
{
    private static readonly IReadOnlyList<(string Name, string Description)> Parts =
    [
        ("Offerings", "What the tray holds: activities that go on, events that have dates."),
        ("Organisations", "Who offers."),
        ("Feeds", "Any search in the formats of others: calendars, readers, maps, tables."),
        ("Trays", "What somebody picked for somebody, under a code."),
        ("Referrals", "Clients handed on with their permission: sent, received, walked beside, answered."),
        ("Needs", "What people need, as they say it, and the words of what answers it."),
        ("Features", "The same offerings as OGC API Features."),
        ("Surveys", "The wellbeing survey and others: what they ask, and what is suggested for answers."),
        ("Guidance", "Short guides for conversations about wellbeing."),
        ("Feedback", "What people say about the service and of offerings."),
        ("Imports", "What came from which source, when, and what was wrong with it."),
        ("Duplicates", "Records of two sources that may be one thing."),
        ("Themes", "The eight themes that everything is browsed by."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "This tray" }];
        swaggerDoc.Security = [new OpenApiSecurityRequirement()];
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Parts.Select(part => new OpenApiTag { Name = part.Name, Description = part.Description }));
    }
}
