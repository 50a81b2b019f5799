using System.Buffers;
using System.Text;
using ServiceTray.Export.ICalendar;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>Lines of a calendar as RFC 5545 has them: folded between letters, nothing in a text that breaks out of it.</summary>
public sealed class CalendarLines
{
    [Fact]
    public void Are_folded_at_75_octets_between_letters()
    {
        var written = Write(writer => writer.WriteText("SUMMARY", string.Concat(Enumerable.Repeat("äö€😀", 60))));
        foreach (var line in written.Split("\r\n"))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
            Assert.DoesNotContain('\uFFFD', line);
        }

        Assert.Equal($"SUMMARY:{string.Concat(Enumerable.Repeat("äö€😀", 60))}\r\n", written.Replace("\r\n ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a;b,c\\d", "a\\;b\\,c\\\\d")]
    [InlineData("a\r\nEND:VCALENDAR", "a\\nEND:VCALENDAR")]
    [InlineData("bell\a and nul\u0000", "bell and nul")]
    public void Hold_any_text(string text, string expected) => Assert.Equal($"SUMMARY:{expected}\r\n", Write(writer => writer.WriteText("SUMMARY", text)));

    [Fact]
    public void Are_none_for_no_words() => Assert.Empty(Write(writer => writer.WriteText("LOCATION", " ")));

    private static string Write(Action<CalendarWriter> act)
    {
        var buffer = new ArrayBufferWriter<byte>();
        act(new CalendarWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
