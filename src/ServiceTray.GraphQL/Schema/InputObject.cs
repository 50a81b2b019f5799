namespace ServiceTray.GraphQL.Schema;

/// <summary>A coerced value of an input object type: only the fields that were given or have a default.</summary>
internal sealed class InputObject(InputObjectType type) : Dictionary<string, object?>(StringComparer.Ordinal)
{
    public InputObjectType Type { get; } = type;
}
