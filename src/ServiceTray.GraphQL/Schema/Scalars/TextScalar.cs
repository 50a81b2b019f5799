using System.Text.Json;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema.Scalars;

/// <summary>A scalar that is read from a string, alike in documents and in variables.</summary>
internal abstract class TextScalar : Scalar
{
    public sealed override bool TryRead(ValueNode node, out object? value)
    {
        value = null;
        return node is StringValueNode written && TryParse(written.Text, out value);
    }

    public sealed override bool TryRead(JsonElement element, out object? value)
    {
        value = null;
        return TryText(element, out var text) && TryParse(text, out value);
    }

    protected abstract bool TryParse(string text, out object? value);
}
