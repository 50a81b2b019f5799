using System.Collections;

namespace ServiceTray.GraphQL.Execution;

/// <summary>Writes errors as JSON (specification, section 7.1.2).</summary>
internal static class ErrorWriter
{
    public static void Write(ResponseBuffer buffer, IReadOnlyList<GraphQLError> errors)
    {
        buffer.WriteByte((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
            {
                buffer.WriteByte((byte)',');
            }

            Write(buffer, errors[i]);
        }

        buffer.WriteByte((byte)']');
    }

    /// <summary>An answer that holds errors only; with a null as data when execution had begun.</summary>
    public static void WriteAnswer(ResponseBuffer buffer, IReadOnlyList<GraphQLError> errors, bool hasBegun = false)
    {
        buffer.WriteRaw("{\"errors\":"u8);
        Write(buffer, errors);
        if (hasBegun)
        {
            buffer.WriteRaw(",\"data\":null"u8);
        }

        buffer.WriteByte((byte)'}');
    }

    private static void Write(ResponseBuffer buffer, GraphQLError error)
    {
        buffer.WriteRaw("{\"message\":"u8);
        buffer.WriteString(error.Message);
        if (error.Locations.Count > 0)
        {
            buffer.WriteRaw(",\"locations\":["u8);
            for (var i = 0; i < error.Locations.Count; i++)
            {
                buffer.WriteRaw(i > 0 ? ",{\"line\":"u8 : "{\"line\":"u8);
                buffer.WriteNumber(error.Locations[i].Line);
                buffer.WriteRaw(",\"column\":"u8);
                buffer.WriteNumber(error.Locations[i].Column);
                buffer.WriteByte((byte)'}');
            }

            buffer.WriteByte((byte)']');
        }

        if (error.Path is not null)
        {
            buffer.WriteRaw(",\"path\":"u8);
            Write(buffer, (object)error.Path);
        }

        buffer.WriteRaw(",\"extensions\":{\"code\":"u8);
        buffer.WriteString(error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            buffer.WriteByte((byte)',');
            buffer.WriteString(name);
            buffer.WriteByte((byte)':');
            Write(buffer, value);
        }

        buffer.WriteRaw("}}"u8);
    }

    private static void Write(ResponseBuffer buffer, object? value)
    {
        switch (value)
        {
            case null:
                buffer.WriteRaw("null"u8);
                break;
            case bool truth:
                buffer.WriteRaw(truth ? "true"u8 : "false"u8);
                break;
            case int or long:
                buffer.WriteNumber(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                buffer.WriteFormatted(number);
                break;
            case decimal number:
                buffer.WriteFormatted(number);
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(buffer, map);
                break;
            case IEnumerable list and not string:
                WriteList(buffer, list);
                break;
            default:
                buffer.WriteString(value.ToString());
                break;
        }
    }

    private static void WriteMap(ResponseBuffer buffer, IReadOnlyDictionary<string, object?> map)
    {
        var separator = (byte)'{';
        foreach (var (name, value) in map)
        {
            buffer.WriteByte(separator);
            buffer.WriteString(name);
            buffer.WriteByte((byte)':');
            Write(buffer, value);
            separator = (byte)',';
        }

        buffer.WriteRaw(map.Count == 0 ? "{}"u8 : "}"u8);
    }

    private static void WriteList(ResponseBuffer buffer, IEnumerable list)
    {
        buffer.WriteByte((byte)'[');
        var isFirst = true;
        foreach (var item in list)
        {
            if (!isFirst)
            {
                buffer.WriteByte((byte)',');
            }

            isFirst = false;
            Write(buffer, item);
        }

        buffer.WriteByte((byte)']');
    }
}
