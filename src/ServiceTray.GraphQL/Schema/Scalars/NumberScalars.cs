using System.Globalization;
using System.Text.Json;
using ServiceTray.GraphQL.Execution;
using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL.Schema.Scalars;

/// <summary><c>Int</c>: a whole number of 32 bits.</summary>
internal sealed class IntScalar : Scalar
{
    public override string Wanted => "a whole number between -2147483648 and 2147483647";

    public override bool CanWrite(Type type) => type == typeof(int) || type == typeof(short) || type == typeof(byte) || type == typeof(ushort) || type == typeof(long);

    public override bool TryRead(ValueNode node, out object? value)
    {
        var number = 0;
        var read = node is IntValueNode written && int.TryParse(written.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        value = number;
        return read;
    }

    public override bool TryRead(JsonElement element, out object? value)
    {
        value = null;
        if (element.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (element.TryGetInt32(out var number))
        {
            value = number;
        }
        else if (element.TryGetDouble(out var wide) && wide is >= int.MinValue and <= int.MaxValue && wide == Math.Floor(wide))
        {
            value = (int)wide; // JSON does not tell 1.0 from 1.
        }

        return value is not null;
    }

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        switch (value)
        {
            case int number:
                buffer.WriteNumber(number);
                return true;
            case long wide and >= int.MinValue and <= int.MaxValue:
                buffer.WriteNumber(wide);
                return true;
            case short or byte or ushort:
                buffer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }
}

/// <summary><c>Float</c>: a finite number of double precision.</summary>
internal sealed class FloatScalar : Scalar
{
    public override string Wanted => "a finite number";

    public override bool CanWrite(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(decimal) || type == typeof(int) || type == typeof(long);

    public override bool TryRead(ValueNode node, out object? value)
    {
        var text = (node as IntValueNode)?.Text ?? (node as FloatValueNode)?.Text;
        var number = 0d;
        var read = text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
        value = number;
        return read;
    }

    public override bool TryRead(JsonElement element, out object? value)
    {
        var number = 0d;
        var read = element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out number) && double.IsFinite(number);
        value = number;
        return read;
    }

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        switch (value)
        {
            case double number when double.IsFinite(number):
                buffer.WriteFormatted(number);
                return true;
            case float number when float.IsFinite(number):
                buffer.WriteFormatted(number);
                return true;
            case decimal number:
                buffer.WriteFormatted(number);
                return true;
            case int or long:
                buffer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }
}

/// <summary><c>Decimal</c>: an exact decimal number of up to 28 digits, a JSON number.</summary>
internal sealed class DecimalScalar : Scalar
{
    public override string Wanted => "a decimal number";

    public override bool CanWrite(Type type) => type == typeof(decimal) || type == typeof(int) || type == typeof(long);

    public override bool TryRead(ValueNode node, out object? value)
    {
        var text = (node as IntValueNode)?.Text ?? (node as FloatValueNode)?.Text;
        var number = 0m;
        var read = text is not null && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        value = number;
        return read;
    }

    public override bool TryRead(JsonElement element, out object? value)
    {
        var number = 0m;
        var read = element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out number);
        value = number;
        return read;
    }

    public override bool TryWrite(ResponseBuffer buffer, object value)
    {
        if (value is not (decimal or int or long))
        {
            return false;
        }

        buffer.WriteFormatted(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        return true;
    }
}
