using System.Text.Json;

namespace ServiceTray.Import;

/// <summary>One record as it stands in a file, and where.</summary>
internal sealed record RecordEntry(string Path, JsonElement Json)
{
    /// <summary>Its id, when it can be told at all.</summary>
    public string? Id => Named("id") ?? Named("contentId");

    private string? Named(string property) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(property, out var id) && id.ValueKind == JsonValueKind.String ? Told(id) : null;

    private static string? Told(JsonElement id)
    {
        try
        {
            return string.IsNullOrWhiteSpace(id.GetString()) ? null : id.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape.
            return null;
        }
    }
}
