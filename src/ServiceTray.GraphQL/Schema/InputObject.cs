namespace ServiceTray.GraphQL.Schema;

/// <summary>A coerced value of an input object type: only the fields that were given or have a default, each by its place in the type.</summary>
internal sealed class InputObject(InputObjectType type)
{
    // Stands for a null that was given; where nothing was given there is none.
    private static readonly object Null = new();

    private readonly object?[] values = new object?[type.Fields.Count];

    /// <summary>Whether it holds one field alone, and that is not null.</summary>
    public bool IsOne => Array.FindAll(values, value => value is not null) is [var only] && only != Null;

    public bool Has(int place) => values[place] is not null;

    public void Set(int place, object? value) => values[place] = value ?? Null;

    /// <summary>False when the field was not given and has no default.</summary>
    public bool TryGet(int place, out object? value)
    {
        var held = values[place];
        value = held == Null ? null : held;
        return held is not null;
    }

    /// <summary>The fields that it has, by name, each converted when it is not null.</summary>
    public Dictionary<string, object?> ToDictionary(Func<object, object?> convert)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
        {
            if (TryGet(i, out var value))
            {
                named.Add(type.Fields.GetAt(i).Key, value is null ? null : convert(value));
            }
        }

        return named;
    }
}
