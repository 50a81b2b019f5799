using System.Collections;
using System.Globalization;
using System.Text;

namespace ServiceTray.GraphQL.Tests.Zoo;

/// <summary>Spells coerced arguments as the oracle's recorder does: keys in order, enum values by name, top-level nulls left out.</summary>
internal static class Echoes
{
    public static string Spell(params (string Name, object? Value)[] arguments) =>
        "{" + string.Join(",", arguments.Where(a => a.Value is not null).OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => $"\"{a.Name}\":{Spell(a.Value)}")) + "}";

    private static string Spell(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        double d => d == Math.Floor(d) && Math.Abs(d) < 1e15 ? ((long)d).ToString(CultureInfo.InvariantCulture) : d.ToString("R", CultureInfo.InvariantCulture),
        int i => i.ToString(CultureInfo.InvariantCulture),
        string s => Quote(s),
        Color c => c switch
        {
            Color.Red => "\"RED\"",
            Color.DarkGreen => "\"DARK_GREEN\"",
            _ => "\"BLUE\"",
        },
        IReadOnlyDictionary<string, object?> map =>
            "{" + string.Join(",", map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"\"{p.Key}\":{Spell(p.Value)}")) + "}",
        IEnumerable list => "[" + string.Join(",", list.Cast<object?>().Select(Spell)) + "]",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name),
    };

    // As JSON.stringify does.
    private static string Quote(string text)
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
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
