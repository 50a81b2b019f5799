using ServiceTray.Calendar;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Offerings.Persons;
using ServiceTray.Organisations;
using ServiceTray.Search.Querying;
using ServiceTray.Web;
using ServiceTray.Web.Rest;

namespace ServiceTray.Offerings;

/// <summary>The pages of one offering and of one organisation with what it offers.</summary>
internal static class OfferingPageEndpoints
{
    public static void MapOfferingPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/tarjonta/{id}", OfferingAsync).ExcludeFromDescription();
        app.MapGet("/organisaatiot/{id}", OrganisationAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> OfferingAsync(string id, OfferingReader reader, Joins joins, PersonContactReader persons, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        if (joins.IsJoined(key))
        {
            return new Moved($"/tarjonta/{joins.RootOf(key)}");
        }

        if (await reader.ReadAsync(key, cancellationToken) is not { } placed)
        {
            return ErrorEndpoints.Of(await reader.WasAsync(key, cancellationToken) ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        var now = clock.GetUtcNow();
        return PageAnswer.Of<OfferingView, OfferingShown>(new(placed, now, HelsinkiTime.Day(now)) { Person = await persons.ReadAsync(key, cancellationToken) });
    }

    private static async Task<IResult> OrganisationAsync(
        string id, string? after, string? before, OrganisationReader organisations, OfferingSearch search, OfferingReader reader, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key) || await organisations.ReadAsync(key, cancellationToken) is not { } organisation)
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        var filter = new OfferingFilter { Organisations = [$"{key}"] };
        OfferingPage page;
        try
        {
            page = search.Find(filter, null, OfferingOrder.Name, before is null
                ? new PageRequest(OfferingSearch.DefaultPageSize, after)
                : new PageRequest(null, null, OfferingSearch.DefaultPageSize, before));
        }
        catch (CursorRefusedException)
        {
            page = search.Find(filter, null, OfferingOrder.Name, new PageRequest(OfferingSearch.DefaultPageSize));
        }

        var now = clock.GetUtcNow();
        var items = (await reader.ReadAsync([.. page.Hits.Select(hit => hit.Key)], cancellationToken))
            .Select(placed => new ListedOffering(placed, null, now));
        return PageAnswer.Of<OrganisationPage, OrganisationShown>(new(
            organisation, [.. items], page.Total, page.HasNext ? page.Hits[^1].Cursor : null, page.HasPrevious ? page.Hits[0].Cursor : null));
    }
}
