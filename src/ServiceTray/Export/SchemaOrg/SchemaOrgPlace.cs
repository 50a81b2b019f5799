using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Places;

namespace ServiceTray.Export.SchemaOrg;

/// <summary>A place; of an approximate one without its point.</summary>
internal static class SchemaOrgPlace
{
    /// <summary>A place of which nothing is known but what it is called.</summary>
    public static void WriteNamed(Utf8JsonWriter json, string property, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", "Place");
        json.WriteString("name", name);
        json.WriteString("address", name);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Place place, Regions regions, Language language)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Place");
        json.WriteString("name", Name(place, regions, language));
        json.WriteStartObject("address");
        json.WriteString("@type", "PostalAddress");
        Maybe(json, "streetAddress", place.StreetAddress.TextOrNull(language)?.Value);
        Maybe(json, "postalCode", place.PostalCode);
        Maybe(json, "addressLocality", regions.Municipality(place.Municipality)?.Name.Pick(language).Value);
        json.WriteString("addressCountry", "FI");
        json.WriteEndObject();
        if (place is { Approximate: false, Coordinates: { } at })
        {
            json.WriteStartObject("geo");
            json.WriteString("@type", "GeoCoordinates");
            json.WriteNumber("latitude", Math.Round(at.Latitude, 6));
            json.WriteNumber("longitude", Math.Round(at.Longitude, 6));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Name(Place place, Regions regions, Language language) =>
        place.Name.TextOrNull(language)?.Value ?? place.StreetAddress.TextOrNull(language)?.Value
        ?? regions.Municipality(place.Municipality)?.Name.Pick(language).Value ?? "Suomi";

    private static void Maybe(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
