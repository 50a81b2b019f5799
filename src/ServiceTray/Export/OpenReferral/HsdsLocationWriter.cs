using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Writes places; of an approximate one the point of its neighbourhood.</summary>
internal sealed class HsdsLocationWriter(Regions regions, Language language)
{
    public void Write(Utf8JsonWriter json, Place place, Offering offering)
    {
        json.WriteString("id", place.Id);
        json.WriteString("location_type", "physical");
        json.Maybe("name", place.Name.TextOrNull(language)?.Value);
        if (place.ShownCoordinates is { } at)
        {
            json.WriteNumber("latitude", Math.Round(at.Latitude, 6));
            json.WriteNumber("longitude", Math.Round(at.Longitude, 6));
        }

        json.Maybe("description", place.Arrival.TextOrNull(language)?.Value);
        if (regions.Municipality(place.Municipality) is { } municipality)
        {
            json.Each("addresses", [municipality], (_, _) => WriteAddress(json, place, municipality));
        }

        var words = Texts.In(language);
        json.Each("accessibility", offering.Accessibility.Where(fact => fact.State != AccessibilityState.Unknown), (fact, _) =>
        {
            json.WriteString("id", HsdsIds.Of("accessibility", $"{offering.Id} {place.Id} {fact.Aspect}"));
            json.WriteString("location_id", place.Id);
            json.WriteString("description", words.Of(fact.Aspect));
            json.WriteString("details", string.Join(". ", new[] { words.Of(fact.State), fact.Note.TextOrNull(language)?.Value }.OfType<string>()));
        });
    }

    private void WriteAddress(Utf8JsonWriter json, Place place, Region municipality)
    {
        var town = municipality.Name.Pick(language).Value;
        var street = place.StreetAddress.TextOrNull(language)?.Value;
        json.WriteString("id", HsdsIds.Of("address", place.Id, 0));
        json.WriteString("location_id", place.Id);
        json.WriteString("address_1", street ?? town);
        json.WriteString("city", town);

        // The schema wants a province; the county is what Finland has, and Åland has none.
        json.WriteString("state_province", regions[municipality.County]?.Name.Pick(language).Value ?? town);
        json.WriteString("postal_code", place.PostalCode ?? "");
        json.WriteString("country", "FI");
        json.WriteString("address_type", "physical");
    }
}
