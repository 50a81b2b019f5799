using System.Text.Json;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Export.GeoJson;

/// <summary>An offering as a feature: where it is, and what one reads of it on a map.</summary>
internal static class GeoJsonFeature
{
    /// <summary>Digits of a degree: finer than a doorstep.</summary>
    private const int Digits = 6;

    public static void Write(Utf8JsonWriter json, PlacedOffering placed, FeedSheet sheet, Regions regions, Action? writeMore = null)
    {
        var (offering, organisation, places) = placed;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", offering.Id);
        json.WritePropertyName("geometry");
        WriteGeometry(json, [.. places.Select(place => place.ShownCoordinates).OfType<Coordinates>().Distinct()]);
        json.WriteStartObject("properties");
        json.WriteString("name", offering.Name.Pick(sheet.Language).Value);
        json.WriteString("kind", PublicWords.Of(offering.Kind));
        json.WriteString("summary", offering.Summary.TextOrNull(sheet.Language)?.Value);
        json.WriteString("organisation", organisation.Name.Pick(sheet.Language).Value);
        json.WriteStartArray("themes");
        foreach (var theme in offering.Themes)
        {
            json.WriteStringValue(PublicWords.Of(theme));
        }

        json.WriteEndArray();
        json.WriteString("place", places.Select(place => PlaceLine.Of(place, regions, sheet.Language)).FirstOrDefault(line => line.Length > 0));
        json.WriteBoolean("approximate", places.Any(place => place.Approximate));
        WriteDates(json, offering, sheet);
        WriteMaybe(json, "free", offering.Price.Free);
        json.WriteBoolean("lowThreshold", offering.LowThreshold);
        json.WriteString("url", sheet.PageOf(offering.Id));
        json.WriteString("licence", offering.Source.Licence);
        json.WriteString("updatedAt", FeedWords.Instant(offering.UpdatedAt));
        json.WriteEndObject();
        writeMore?.Invoke();
        json.WriteEndObject();
    }

    private static void WriteDates(Utf8JsonWriter json, Offering offering, FeedSheet sheet)
    {
        var next = offering.NextAfter(sheet.Now);
        json.WriteString("startsAt", next is null ? null : FeedWords.Instant(next.StartsAt));
        json.WriteString("endsAt", next is null ? null : FeedWords.Instant(next.EndsAt));
        json.WriteString("recurrence", FeedWords.Series(offering, sheet));
    }

    private static void WriteGeometry(Utf8JsonWriter json, List<Coordinates> points)
    {
        if (points.Count == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", points.Count == 1 ? "Point" : "MultiPoint");
        json.WritePropertyName("coordinates");
        if (points.Count == 1)
        {
            WritePoint(json, points[0]);
        }
        else
        {
            json.WriteStartArray();
            points.ForEach(point => WritePoint(json, point));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, Coordinates point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(point.Longitude, Digits));
        json.WriteNumberValue(Math.Round(point.Latitude, Digits));
        json.WriteEndArray();
    }

    private static void WriteMaybe(Utf8JsonWriter json, string name, bool? told)
    {
        if (told is { } value)
        {
            json.WriteBoolean(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
