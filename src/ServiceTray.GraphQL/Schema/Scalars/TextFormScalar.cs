using System.Text.Json;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema.Scalars;

/// <summary>A scalar of the host's own whose form is a string.</summary>
internal sealed class TextFormScalar<T>(Func<string, T?> read, Func<T, string> write, string wanted) : Scalar
    where T : notnull
{
    public override string Wanted => wanted;

    public override bool CanWrite(Type type) => type == typeof(T);

    public override bool TryRead(ValueNode node, out object? value) => (value = node is StringValueNode written ? read(written.Text) : null) is not null;

    public override bool TryRead(JsonElement element, out object? value) => (value = TryText(element, out var text) ? read(text) : null) is not null;

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        if (value is not T own)
        {
            return false;
        }

        buffer.WriteString(write(own));
        return true;
    }
}
