using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema.Scalars;

/// <summary><c>String</c>: any Unicode text.</summary>
internal sealed class StringScalar : Scalar
{
    public override string Wanted => "a string";

    public override bool CanWrite(Type type) => type == typeof(string) || type == typeof(char) || type == typeof(Uri);

    public override bool TryRead(ValueNode node, out object? value) => (value = (node as StringValueNode)?.Text) is not null;

    public override bool TryRead(JsonElement element, out object? value)
    {
        var read = TryText(element, out var text);
        value = text;
        return read;
    }

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        if (value is not (string or char or Uri))
        {
            return false;
        }

        buffer.WriteString(value as string ?? value.ToString()!);
        return true;
    }
}

/// <summary><c>ID</c>: written as a string, read from a string or a whole number.</summary>
internal sealed class IdScalar : Scalar
{
    public override string Wanted => "an ID: a string or a whole number";

    public override bool CanWrite(Type type) => type == typeof(string) || type == typeof(Guid) || type == typeof(int) || type == typeof(long);

    public override bool TryRead(ValueNode node, out object? value) =>
        (value = (node as StringValueNode)?.Text ?? (node as IntValueNode)?.Text) is not null;

    public override bool TryRead(JsonElement element, out object? value)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            var raw = element.GetRawText();
            var isWhole = BigInteger.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            value = raw;
            return isWhole;
        }

        var read = TryText(element, out var text);
        value = text;
        return read;
    }

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        switch (value)
        {
            case string text:
                buffer.WriteString(text);
                return true;
            case Guid id:
                buffer.WriteQuoted(id);
                return true;
            case int or long:
                buffer.WriteString(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }
}

/// <summary><c>Boolean</c>.</summary>
internal sealed class BooleanScalar : Scalar
{
    public override string Wanted => "true or false";

    public override bool CanWrite(Type type) => type == typeof(bool);

    public override bool TryRead(ValueNode node, out object? value) => (value = (node as BooleanValueNode)?.Value) is not null;

    public override bool TryRead(JsonElement element, out object? value)
    {
        value = element.ValueKind == JsonValueKind.True;
        return element.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        if (value is not bool truth)
        {
            return false;
        }

        buffer.WriteRaw(truth ? "true"u8 : "false"u8);
        return true;
    }
}
