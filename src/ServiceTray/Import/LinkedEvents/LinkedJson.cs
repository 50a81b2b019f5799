using System.Text.Json;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>How the API's JSON is read, and what an object of it is.</summary>
internal static class LinkedJson
{
    public const string Event = "events";
    public const string Place = "places";
    public const string Keyword = "keywords";
    public const string Organisation = "organisations";

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>What a record is: it says so itself, else its members tell; null: none of these.</summary>
    public static string? KindOf(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var type = record.TryGetProperty("@type", out var told) && told.ValueKind == JsonValueKind.String ? told.GetString() : null;
        return type switch
        {
            "Event/LinkedEvent" or "Event" => Event,
            "Place" => Place,
            "Keyword" => Keyword,
            "Organization" => Organisation,
            _ when record.TryGetProperty("start_time", out _) || record.TryGetProperty("event_status", out _) => Event,
            _ when record.TryGetProperty("position", out _) => Place,
            _ when record.TryGetProperty("alt_labels", out _) => Keyword,
            _ when record.TryGetProperty("classification", out _) => Organisation,
            _ => null,
        };
    }

    /// <summary>The series or whole that an event is or belongs to, and whether the event itself is gone; null: it stands by itself.</summary>
    public static (string? Whole, bool IsGone) WholeOf(JsonElement record)
    {
        var isGone = record.ValueKind == JsonValueKind.Object && record.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True;
        return (Named(record, "super_event") is { } part ? IdOf(Text(part, "@id")) : Named(record, "super_event_type") is { ValueKind: JsonValueKind.String } ? Text(record, "id") : null, isGone);
    }

    /// <summary>The id at the end of an address, as <c>tprek:28473</c> of <c>…/v1/place/tprek:28473/</c>.</summary>
    public static string? IdOf(string? address) =>
        address?.TrimEnd('/') is { Length: > 0 } trimmed ? Uri.UnescapeDataString(trimmed[(trimmed.LastIndexOf('/') + 1)..]) : null;

    private static JsonElement? Named(JsonElement record, string property) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(property, out var value) && value.ValueKind is (JsonValueKind.Object or JsonValueKind.String) ? value : null;

    private static string? Text(JsonElement record, string property) =>
        Named(record, property) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
