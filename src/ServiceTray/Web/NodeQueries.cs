using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Surveys;

namespace ServiceTray.Web;

/// <summary>Asks each room for the thing of an id.</summary>
internal static class NodeQueries
{
    public static async ValueTask<object?> NodeAsync(string id, OfferingLoader offerings, OrganisationLoader organisations, PlaceLoader places, SurveyShelf surveys) =>
        Guid.TryParse(id, out var key)
            ? await offerings.LoadAsync(key) ?? (object?)await organisations.LoadAsync(key) ?? await places.LoadAsync(key) ?? (object?)surveys.FindShown(id)
            : null;
}
