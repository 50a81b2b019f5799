using System.Text.Json;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Web.Rest;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Open Referral's paths, for each profile under its own root; open to all, from any page.</summary>
internal static class HsdsEndpoints
{
    public static void MapHsds(this IEndpointRouteBuilder app)
    {
        Map(app, HsdsProfile.International);
        Map(app, HsdsProfile.Uk);
    }

    private static void Map(IEndpointRouteBuilder app, HsdsProfile profile)
    {
        var root = app.MapGroup(profile.Root).ExcludeFromDescription()
            .AddEndpointFilter<OpenAnswers>()
            .AddEndpointFilter<KnownParameters>()
            .OpenToAll()
            .WithMetadata([.. HsdsListEndpoints.Parameters]);
        root.MapGet("/", (HttpContext http) => HsdsAnswers.OneAsync(http, json => WriteRoot(json, profile)));
        root.MapGet("/services", (HttpContext http, HsdsDesk desk) => AnswerAsync(http, asked => desk.ServicesAsync(profile, asked, http)));
        root.MapGet("/services/{id:guid}", async (Guid id, HttpContext http, HsdsDesk desk, Joins joins, OfferingReader offerings) =>
            joins.IsJoined(id) ? new Moved($"{profile.Root}/services/{joins.RootOf(id)}")
            : await OneAsync(http, desk.ServiceAsync(profile, id, http)) is var answer && answer is Unknown && await offerings.WasAsync(id, http.RequestAborted) ? new Gone()
            : answer);
        root.MapGet("/service_at_locations", (HttpContext http, HsdsDesk desk) => AnswerAsync(http, asked => desk.PlacingsAsync(profile, asked, http)));
        root.MapGet("/service_at_locations/{id:guid}", (Guid id, HttpContext http, HsdsDesk desk) => OneAsync(http, desk.PlacingAsync(profile, id, http)));
        root.MapGet("/organizations", (HttpContext http, HsdsDesk desk) => AnswerAsync(http, asked => desk.OrganizationsAsync(profile, http)));
        root.MapGet("/organizations/{id:guid}", (Guid id, HttpContext http, HsdsDesk desk) => OneAsync(http, desk.OrganizationAsync(profile, id, http)));
        root.MapGet("/taxonomies", (HttpContext http, HsdsDesk desk) => AnswerAsync(http, _ => Task.FromResult(desk.Taxonomies(profile))));
        root.MapGet("/taxonomies/{id:guid}", (Guid id, HttpContext http, HsdsDesk desk) => OneAsync(http, Task.FromResult(desk.Taxonomy(profile, id))));
        root.MapGet("/taxonomy_terms", (HttpContext http, HsdsDesk desk) => AnswerAsync(http, asked => Task.FromResult(desk.Terms(profile, asked))));
        root.MapGet("/taxonomy_terms/{id:guid}", (Guid id, HttpContext http, HsdsDesk desk) => OneAsync(http, Task.FromResult(desk.Term(profile, id))));
    }

    private static void WriteRoot(Utf8JsonWriter json, HsdsProfile profile)
    {
        json.WriteString("version", profile.Version);
        json.WriteString("profile", profile.Profile);
        json.WriteString("openapi_url", profile.OpenApi);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Func<HsdsQuery, Task<HsdsAnswers.Rows>> find)
    {
        var tag = http.RequestServices.GetRequiredService<AnswerTag>();
        var query = new QueryReader(http.Request.Query);
        var asked = HsdsListEndpoints.Read(query);
        if (query.Issue is { } issue)
        {
            return issue;
        }

        if (!tag.IsKnown(http, asked.Filter is { Text: not null } or { Near: not null }))
        {
            await HsdsAnswers.ManyAsync(http, asked, await find(asked));
        }

        return Results.Empty;
    }

    private static async Task<IResult> OneAsync(HttpContext http, Task<Action<Utf8JsonWriter>?> find)
    {
        if (await find is not { } write)
        {
            return new Unknown();
        }

        if (!http.RequestServices.GetRequiredService<AnswerTag>().IsKnown(http, isPrivate: false))
        {
            await HsdsAnswers.OneAsync(http, write);
        }

        return Results.Empty;
    }
}
