namespace ServiceTray.Import.ICalendar;

/// <summary>One content line of RFC 5545: a name, parameters, and a value as it is written.</summary>
internal sealed record CalendarLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>The line; null: it is none.</summary>
    public static CalendarLine? Read(string line)
    {
        var colon = EndOfName(line);
        if (colon < 1)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parts = Split(line[..colon], ';').ToList();
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parameters.TryAdd(part[..equals], part[(equals + 1)..].Trim('"'));
            }
        }

        return new CalendarLine(parts[0].ToUpperInvariant(), parameters, line[(colon + 1)..]);
    }

    /// <summary>The value as text, its escapes read.</summary>
    public string Text()
    {
        if (!Value.Contains('\\', StringComparison.Ordinal))
        {
            return Value;
        }

        var text = new System.Text.StringBuilder(Value.Length);
        for (var i = 0; i < Value.Length; i++)
        {
            var c = Value[i];
            if (c == '\\' && i + 1 < Value.Length)
            {
                c = Value[++i];
                c = c is 'n' or 'N' ? '\n' : c;
            }

            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>The values of a list, as categories and dates are.</summary>
    public IEnumerable<string> List() => Split(Value.Replace("\\,", "\u001f", StringComparison.Ordinal), ',').Select(part => part.Replace('\u001f', ',').Trim()).Where(part => part.Length > 0);

    // A colon inside quotes belongs to a parameter.
    private static int EndOfName(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == ':' && !quoted)
            {
                return i;
            }
        }

        return -1;
    }

    private static IEnumerable<string> Split(string text, char at)
    {
        var (from, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == at && !quoted)
            {
                yield return text[from..i];
                from = i + 1;
            }
        }

        yield return text[from..];
    }
}
