using System.Buffers;
using System.Globalization;
using System.Text;
using ServiceTray.Calendar;

namespace ServiceTray.Export.ICalendar;

/// <summary>Writes iCalendar (RFC 5545): the one file that knows how its lines look.</summary>
internal sealed class CalendarWriter(IBufferWriter<byte> output)
{
    public const string ContentType = "text/calendar";

    /// <summary>A line has at most so many octets without its end (section 3.1).</summary>
    private const int LineOctets = 75;

    private const string InstantForm = "yyyyMMdd'T'HHmmss'Z'";
    private const string LocalForm = "yyyyMMdd'T'HHmmss";
    private const string DayForm = "yyyyMMdd";

    // The rule that the Union keeps since 1996, told from the year that calendars count from.
    private static readonly string[] Zone =
    [
        "BEGIN:VTIMEZONE", $"TZID:{HelsinkiTime.Name}",
        "BEGIN:STANDARD", "DTSTART:19701025T040000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0200", "TZNAME:EET", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:19700329T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0300", "TZNAME:EEST", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "END:VTIMEZONE",
    ];

    /// <summary>Begins a calendar with its name, and tells subscribers how often to look again.</summary>
    public void BeginCalendar(string name)
    {
        Begin("VCALENDAR");
        Write("VERSION", "2.0");
        Write("PRODID", "-//ServiceTray//ServiceTray//FI");
        Write("CALSCALE", "GREGORIAN");
        Write("METHOD", "PUBLISH");
        WriteText("NAME", name);
        WriteText("X-WR-CALNAME", name);
        Write("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        Write("X-PUBLISHED-TTL", "PT6H");
        foreach (var line in Zone)
        {
            Line(line);
        }
    }

    public void EndCalendar() => End("VCALENDAR");

    public void Begin(string component) => Line($"BEGIN:{component}");

    public void End(string component) => Line($"END:{component}");

    /// <summary>A property whose value is written as it is.</summary>
    public void Write(string name, string value) => Line($"{name}:{value}");

    /// <summary>A property of words, in their language when it is told; none when there are no words.</summary>
    public void WriteText(string name, string? text, string? language = null)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Line($"{name}{(language is null ? "" : $";LANGUAGE={language}")}:{Escaped(text)}");
        }
    }

    /// <summary>Words in a list, parted by commas.</summary>
    public void WriteTexts(string name, IEnumerable<string> texts) => Line($"{name}:{string.Join(',', texts.Select(Escaped))}");

    /// <summary>An instant of UTC.</summary>
    public void WriteInstant(string name, DateTimeOffset at) => Write(name, at.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture));

    /// <summary>Times on the Finnish clock, or whole days.</summary>
    public void WriteLocal(string name, bool allDay, params IReadOnlyList<DateTime> times)
    {
        if (times.Count > 0)
        {
            var written = times.Select(time => time.ToString(allDay ? DayForm : LocalForm, CultureInfo.InvariantCulture));
            Line($"{name}{(allDay ? ";VALUE=DATE" : $";TZID={HelsinkiTime.Name}")}:{string.Join(',', written)}");
        }
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(rune);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                default:
                    if (!Rune.IsControl(rune))
                    {
                        escaped.Append(rune);
                    }

                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>A line, folded between letters so that no reader is given half of one.</summary>
    private void Line(string line)
    {
        var octets = 0;
        Span<byte> letter = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                output.Write("\r\n "u8);
                octets = 1;
            }

            octets += rune.EncodeToUtf8(letter);
            output.Write(letter[..rune.Utf8SequenceLength]);
        }

        output.Write("\r\n"u8);
    }
}
