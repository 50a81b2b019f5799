using System.Text;

namespace ServiceTray.GraphQL.Language;

/// <summary>Writes values as GraphQL text, as graphql-js prints them.</summary>
internal static class ValuePrinter
{
    public static string Print(ValueNode value) => value switch
    {
        VariableValueNode variable => "$" + variable.Name,
        IntValueNode number => number.Text,
        FloatValueNode number => number.Text,
        StringValueNode text => Quote(text.Text),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode name => name.Name,
        ListValueNode list => $"[{string.Join(", ", list.Items.Select(Print))}]",
        ObjectValueNode { Fields: [] } => "{}",
        ObjectValueNode o => $"{{ {string.Join(", ", o.Fields.Select(f => $"{f.Name}: {Print(f.Value)}"))} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' or '\x7f' => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
