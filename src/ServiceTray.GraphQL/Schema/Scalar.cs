using System.Text.Json;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema;

/// <summary>How a scalar is read and written (specification, section 3.5).</summary>
internal abstract class Scalar
{
    /// <summary>What a right value is, to end the sentence "expected …".</summary>
    public abstract string Wanted { get; }

    /// <summary>Whether values of a .NET type can be written at all; told at start.</summary>
    public abstract bool CanWrite(Type type);

    /// <summary>Reads a value written in a document; never null or a variable.</summary>
    public abstract bool TryRead(ValueNode node, out object? value);

    /// <summary>Reads a value of the variables; never null.</summary>
    public abstract bool TryRead(JsonElement element, out object? value);

    /// <summary>Writes a value; false when it has no form in this scalar.</summary>
    public abstract bool TryWrite(ResponseBuffer buffer, object value);

    /// <summary>A string of the variables; false when it is none, or not Unicode.</summary>
    protected static bool TryText(JsonElement element, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // A lone surrogate.
        }
    }
}
