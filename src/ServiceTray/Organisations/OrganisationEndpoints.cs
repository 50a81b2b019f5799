using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Languages;
using ServiceTray.Web.Rest;

namespace ServiceTray.Organisations;

/// <summary>Organisations over REST.</summary>
internal static class OrganisationEndpoints
{
    public static RouteGroupBuilder MapOrganisationEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/organisations/{id}", GetAsync).OpenToAll().WithName("getOrganisation").WithTags("Organisations")
            .WithSummary("One organisation").WithDescription("Who it is and how to reach it. What it offers is found by `GET /api/v1/offerings?organisation=`.");
        return api;
    }

    private static async Task<Results<Ok<OrganisationAnswer>, Unknown>> GetAsync(
        [Description("A UUID that an earlier answer gave.")] string id, OrganisationReader organisations, RequestLanguage request, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "D", out var key) && await organisations.ReadAsync(key, cancellationToken) is { } organisation
            ? TypedResults.Ok(OrganisationAnswer.Of(organisation, request.Language))
            : new Unknown();
}
