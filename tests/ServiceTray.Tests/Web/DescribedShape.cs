using System.Text.Json;

namespace ServiceTray.Tests.Web;

/// <summary>Holds an answer against its schema in an OpenAPI 3.0 document: members, required ones, types, null and enum words.</summary>
internal sealed class DescribedShape(JsonElement document)
{
    public IEnumerable<string> Faults(string path, JsonElement value, JsonElement schema)
    {
        var parts = Parts(schema).ToList();
        if (value.ValueKind == JsonValueKind.Null)
        {
            return parts.Exists(part => part.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean()) ? [] : [$"{path} is null"];
        }

        return parts.SelectMany(part => FaultsOf(path, value, part));
    }

    private IEnumerable<string> FaultsOf(string path, JsonElement value, JsonElement schema)
    {
        if (schema.TryGetProperty("type", out var type) && !Fits(type.GetString()!, value))
        {
            yield return $"{path} is no {type}";
            yield break;
        }

        if (schema.TryGetProperty("enum", out var words) && words.EnumerateArray().All(word => word.GetString() != value.GetString()))
        {
            yield return $"{path} has the unknown word {value}";
        }

        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var fault in value.EnumerateArray().SelectMany((item, i) => Faults($"{path}[{i}]", item, items)))
            {
                yield return fault;
            }
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var fault in Members(path, value, schema, properties))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<string> Members(string path, JsonElement value, JsonElement schema, JsonElement properties)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(member.Name, out var described))
            {
                yield return $"{path}.{member.Name} is not described";
                continue;
            }

            foreach (var fault in Faults($"{path}.{member.Name}", member.Value, described))
            {
                yield return fault;
            }
        }

        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return $"{path}.{name} is missing";
            }
        }
    }

    private static bool Fits(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    // The schema itself and, beside or in place of it, those that it refers to.
    private IEnumerable<JsonElement> Parts(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Parts(document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]));
        }

        return schema.TryGetProperty("allOf", out var all) ? [schema, .. all.EnumerateArray().SelectMany(Parts)] : [schema];
    }
}
