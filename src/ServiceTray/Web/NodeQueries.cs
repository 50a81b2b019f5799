using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Web;

/// <summary>Asks each room for the thing of an id.</summary>
internal static class NodeQueries
{
    public static async ValueTask<object?> NodeAsync(string id, OfferingLoader offerings, OrganisationLoader organisations, PlaceLoader places) =>
        Guid.TryParse(id, out var key)
            ? await offerings.LoadAsync(key) ?? (object?)await organisations.LoadAsync(key) ?? await places.LoadAsync(key)
            : null;
}
