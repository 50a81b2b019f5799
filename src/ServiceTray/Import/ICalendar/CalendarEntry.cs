using System.Text;

namespace ServiceTray.Import.ICalendar;

/// <summary>One event of a calendar, as its lines tell it.</summary>
internal sealed class CalendarEntry(string path)
{
    /// <summary>The letters of one event at most, which are some two hundred thousand dates; who tells more has no event that people keep.</summary>
    private const int Most = 4_000_000;

    private readonly List<CalendarLine> lines = [];
    private readonly List<string> written = [];
    private int letters;

    public string Path => path;

    /// <summary>Whether it tells more than is read of one event.</summary>
    public bool IsTooLong => letters > Most;

    /// <summary>Whether its writer keeps it to herself or to a few (RFC 5545, 3.8.1.3); a class that is not known counts as private there too.</summary>
    public bool IsPrivate => this["CLASS"] is { } told && !told.Value.Trim().Equals("PUBLIC", StringComparison.OrdinalIgnoreCase);

    public string? Uid => this["UID"]?.Text().Trim();

    /// <summary>The first line of a name.</summary>
    public CalendarLine? this[string name] => lines.Find(line => line.Name == name);

    public IEnumerable<CalendarLine> All(string name) => lines.Where(line => line.Name == name);

    /// <summary>The entry that <see cref="Body"/> was laid aside as.</summary>
    public static CalendarEntry FromBody(string path, string body, CalendarZones zones)
    {
        var entry = new CalendarEntry(path);
        foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            entry.lines.Add(zones.Located(CalendarLine.Read(line)!));
        }

        return entry;
    }

    /// <summary>Its lines as they are written, so that it can be laid aside.</summary>
    public string Body() => string.Join('\n', written);

    /// <summary>The events of a calendar, whose clocks go into the zones; alarms in it are passed over.</summary>
    /// <exception cref="ImportException">It is no calendar, or ends in the middle.</exception>
    public static IEnumerable<CalendarEntry> Read(TextReader text, string name, CalendarZones zones)
    {
        var open = new Stack<string>();
        CalendarEntry? entry = null;
        (CalendarLine Line, string Folded)? clock = null;
        var (number, any) = (0, false);
        foreach (var folded in Unfolded(text))
        {
            number++;
            if (CalendarLine.Read(folded) is not { } line)
            {
                continue;
            }

            if (line.Name == "BEGIN")
            {
                open.Push(line.Value.Trim().ToUpperInvariant());
                any |= open.Peek() == "VCALENDAR";
                if (!any || open.Count > 10)
                {
                    break;
                }

                if (open.Peek() == "VEVENT")
                {
                    entry = new CalendarEntry(FormattableString.Invariant($"{name} line {number}"));
                    if (clock is var (told, written))
                    {
                        entry.Add(told, written);
                    }
                }
            }
            else if (line.Name == "END" && open.TryPop(out var ended))
            {
                if (ended == "VEVENT" && entry is not null)
                {
                    yield return entry;
                    entry = null;
                }
                else if (ended == "VTIMEZONE")
                {
                    zones.End();
                }
            }
            else if (open.TryPeek(out var within) && within == "VEVENT")
            {
                entry?.Add(line, folded);
            }
            else if (within == "VTIMEZONE")
            {
                zones.Read(line);
            }
            else if (within == "VCALENDAR" && line.Name == CalendarTimes.UsualZone && folded.Length < 100)
            {
                clock = (line, folded);
            }
        }

        if (!any || open.Count > 0)
        {
            throw new ImportException(any ? ImportFailure.CutShort : ImportFailure.WrongShape, any ? $"{name} ends in the middle of a calendar; nothing is taken from it." : $"{name} is no calendar.");
        }
    }

    // Of one that is too long nothing more is kept than what it is called.
    private void Add(CalendarLine line, string folded)
    {
        letters = Math.Min(letters + folded.Length, Most + 1);
        if (!IsTooLong || (line.Name == "UID" && folded.Length < 1_000))
        {
            lines.Add(line);
            written.Add(folded);
        }
    }

    /// <summary>Lines that go on with a blank stand in one, which ends where it is longer than any event.</summary>
    private static IEnumerable<string> Unfolded(TextReader text)
    {
        var line = new StringBuilder();
        while (text.ReadLine() is { } part)
        {
            if (part.StartsWith(' ') || part.StartsWith('\t'))
            {
                line.Append(part.AsSpan(1, Math.Clamp(Most + 1 - line.Length, 0, part.Length - 1)));
                continue;
            }

            if (line.Length > 0)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(part);
        }

        yield return line.ToString();
    }
}
