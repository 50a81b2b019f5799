using System.Text.Json;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;

namespace ServiceTray.Tests.Accounts;

/// <summary>Each root field of the schema with arguments that fit its types, and one field of what it gives.</summary>
internal static class RootCalls
{
    public static async Task<List<(string Type, string Field, string Call)>> ReadAsync(TrayApp tray)
    {
        const string Kind = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
        var schema = (await tray.QueryAsync($$"""
            { __schema { types { kind name enumValues { name } inputFields { name defaultValue type { {{Kind}} } }
              fields { name args { name defaultValue type { {{Kind}} } } type { {{Kind}} } } possibleTypes { name } } } }
            """)).GetProperty("__schema").GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);
        var calls = new List<(string, string, string)>();
        foreach (var root in new[] { "Query", "Mutation", "Subscription" }.Where(schema.ContainsKey))
        {
            foreach (var field in schema[root].GetProperty("fields").EnumerateArray())
            {
                var required = field.GetProperty("args").EnumerateArray().Where(IsRequired).Select(argument => $"{argument.GetProperty("name").GetString()}: {Value(argument.GetProperty("type"), schema)}").ToList();
                var given = Named(field.GetProperty("type"));
                var selection = schema[given].GetProperty("kind").GetString() is "OBJECT" or "INTERFACE" or "UNION" ? " { __typename }" : "";
                calls.Add((root, field.GetProperty("name").GetString()!, $"{field.GetProperty("name").GetString()}{(required.Count > 0 ? $"({string.Join(", ", required)})" : "")}{selection}"));
            }
        }

        return calls;
    }

    private static bool IsRequired(JsonElement input) =>
        input.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL" && input.GetProperty("defaultValue").ValueKind == JsonValueKind.Null;

    private static string Named(JsonElement type) => type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object ? Named(inner) : type.GetProperty("name").GetString()!;

    private static string Value(JsonElement type, Dictionary<string, JsonElement> schema) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => Value(type.GetProperty("ofType"), schema),
        "LIST" => "[]",
        "ENUM" => schema[Named(type)].GetProperty("enumValues")[0].GetProperty("name").GetString()!,
        "INPUT_OBJECT" => $"{{ {string.Join(", ", schema[Named(type)].GetProperty("inputFields").EnumerateArray().Where(IsRequired).Select(field => $"{field.GetProperty("name").GetString()}: {Value(field.GetProperty("type"), schema)}"))} }}",
        _ => type.GetProperty("name").GetString() switch
        {
            "Int" or "Float" => "1",
            "Boolean" => "true",
            "DateTime" => "\"2026-11-22T10:00:00Z\"",
            "Date" => "\"2026-11-22\"",
            _ => $"\"{Source.IdOf("seed", "uimahalli")}\"",
        },
    };
}
