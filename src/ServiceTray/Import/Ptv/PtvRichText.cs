using System.Text.Json;

namespace ServiceTray.Import.Ptv;

/// <summary>General descriptions come as the editor's JSON of blocks; residents get plain lines.</summary>
internal static class PtvRichText
{
    /// <summary>The words of the blocks, a line each, list items with the star that the register's plain texts use; other text as it is.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith('{'))
        {
            return text;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("blocks", out var blocks) && blocks.ValueKind == JsonValueKind.Array
                ? string.Join('\n', blocks.EnumerateArray().Select(Line).OfType<string>())
                : text;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return text;
        }
    }

    private static string? Line(JsonElement block)
    {
        var words = Read(block, "text")?.Trim();
        return words is null ? null
            : Read(block, "type")?.EndsWith("list-item", StringComparison.Ordinal) == true ? $"* {words}"
            : words;
    }

    private static string? Read(JsonElement block, string name) =>
        block.ValueKind == JsonValueKind.Object && block.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
