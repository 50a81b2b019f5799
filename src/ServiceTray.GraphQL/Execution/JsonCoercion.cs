using System.Text.Json;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Execution;

/// <summary>Coerces JSON to an input type (specification, "Input Coercion" parts of section 3).</summary>
internal static class JsonCoercion
{
    private const int MostProblems = 20;

    /// <param name="type">The type wanted.</param>
    /// <param name="element">The value given.</param>
    /// <param name="path">How a problem names the value, as <c>$filter.near</c>.</param>
    /// <param name="problems">Gets a sentence for each thing that does not fit.</param>
    /// <summary>The coerced value, in the forms of <see cref="LiteralCoercion"/>; of no meaning when a problem was told.</summary>
    public static object? Coerce(SchemaType type, JsonElement element, ValuePlace path, List<string> problems)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            if (type.IsNonNull)
            {
                Tell(problems, $"{path} may not be null; expected {type}.");
            }

            return null;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return CoerceList(list, element, path, problems);
            case ScalarType scalar:
                if (scalar.Scalar.TryRead(element, out var value))
                {
                    return value;
                }

                Tell(problems, $"{path} does not fit {scalar}; expected {scalar.Scalar.Wanted}.");
                return null;
            case EnumType e:
                if (element.ValueKind == JsonValueKind.String && TryName(element, out var name) && e.Values.TryGetValue(name, out var known))
                {
                    return known;
                }

                Tell(problems, $"{path} is not a value of {e}.");
                return null;
            default:
                return CoerceObject((InputObjectType)type.Named, element, path, problems);
        }
    }

    private static List<object?> CoerceList(ListType list, JsonElement element, ValuePlace path, List<string> problems)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(list.Of, element, path, problems)];
        }

        var items = new List<object?>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            items.Add(Coerce(list.Of, item, new ValuePlace(path, null, items.Count), problems));
        }

        return items;
    }

    private static InputObject? CoerceObject(InputObjectType type, JsonElement element, ValuePlace path, List<string> problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Tell(problems, $"{path} does not fit {type}; expected an object.");
            return null;
        }

        var coerced = new InputObject(type);
        foreach (var property in element.EnumerateObject())
        {
            if (PlaceOf(type, property) is not { } place)
            {
                Tell(problems, $"{path} has a field that {type} does not have.");
            }
            else
            {
                var field = type.Fields.GetAt(place).Value;
                coerced.Set(place, Coerce(field.Type, property.Value, new ValuePlace(path, field.Name), problems));
            }
        }

        for (var i = 0; i < type.Fields.Count; i++)
        {
            var field = type.Fields.GetAt(i).Value;
            if (coerced.Has(i))
            {
                continue;
            }

            if (field.Default is not null)
            {
                coerced.Set(i, field.DefaultValue);
            }
            else if (field.IsRequired)
            {
                Tell(problems, $"{path}.{field.Name} of type {field.Type} is required.");
            }
        }

        if (type.IsOneOf && !coerced.IsOne)
        {
            Tell(problems, $"{path}: exactly one field of {type} must be given, and not be null.");
        }

        return coerced;
    }

    private static void Tell(List<string> problems, string problem)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(problem);
        }
    }

    private static bool TryName(JsonElement element, out string name)
    {
        try
        {
            name = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = ""; // A lone surrogate.
            return false;
        }
    }

    /// <summary>Which of a type's fields is meant; null: none.</summary>
    private static int? PlaceOf(InputObjectType type, JsonProperty property)
    {
        try
        {
            for (var i = 0; i < type.Fields.Count; i++)
            {
                if (property.NameEquals(type.Fields.GetAt(i).Value.JsonName))
                {
                    return i;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate.
        }

        return null;
    }
}
