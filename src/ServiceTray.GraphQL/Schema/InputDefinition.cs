using System.Text;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>An argument or an input field.</summary>
internal sealed class InputDefinition(string name, Place place)
{
    private object? defaultValue;
    private bool isCoerced;

    public string Name { get; } = name;

    /// <summary>The name as it stands in JSON.</summary>
    public byte[] JsonName { get; } = Encoding.UTF8.GetBytes(name);

    public Place Place { get; } = place;

    public string? Description { get; init; }

    public required SchemaType Type { get; init; }

    public ValueNode? Default { get; init; }

    public string? Deprecation { get; init; }

    /// <summary>Must be given: non-null and without a default.</summary>
    public bool IsRequired => Type.IsNonNull && Default is null;

    /// <summary>The default coerced to its type; asked for only when <see cref="Default"/> is there and valid.</summary>
    public object? DefaultValue
    {
        get
        {
            if (!isCoerced)
            {
                defaultValue = LiteralCoercion.TryCoerce(Type, Default!, null, out var value) ? value : null;
                isCoerced = true;
            }

            return defaultValue;
        }
    }
}
