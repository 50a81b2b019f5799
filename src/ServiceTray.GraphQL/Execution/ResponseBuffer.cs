using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ServiceTray.GraphQL.Execution;

/// <summary>
/// The answer as it grows: JSON in UTF-8 that can be taken back to an earlier place, which null propagation needs.
/// It rents its memory, so it is disposed once sent.
/// </summary>
internal sealed class ResponseBuffer : IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "\"\\" + string.Concat(Enumerable.Range(0, 0x20).Select(i => (char)i)));

    private const double Million = 1e6;
    private const double MostByMillionths = 1e9;
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    /// <summary>Bytes written; may be set back to an earlier value.</summary>
    public int Length { get; set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public void WriteRaw(ReadOnlySpan<byte> raw)
    {
        if (bytes.Length - Length < raw.Length)
        {
            Grow(raw.Length);
        }

        raw.CopyTo(bytes.AsSpan(Length));
        Length += raw.Length;
    }

    public void WriteByte(byte raw)
    {
        if (Length == bytes.Length)
        {
            Grow(1);
        }

        bytes[Length++] = raw;
    }

    public void WriteNumber(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var count);
        Length += count;
    }

    /// <summary>Writes a finite number, as the shortest text that reads back as the same.</summary>
    public void WriteNumber(double number)
    {
        // Most numbers have few decimals, and writing those as a whole number of millionths takes a fraction of the time. Fifteen digits
        // tell any two numbers apart, so when the millionths are the number, they are also its shortest text.
        var millionths = Math.Round(number * Million);
        if (Math.Abs(number) < MostByMillionths && millionths / Million == number)
        {
            WriteMillionths((long)millionths);
        }
        else
        {
            WriteFormatted(number);
        }
    }

    public void WriteFormatted<T>(T number)
        where T : IUtf8SpanFormattable
    {
        number.TryFormat(Room(64), out var count, default, CultureInfo.InvariantCulture);
        Length += count;
    }

    /// <summary>Writes a value whose text needs no escaping between quotes.</summary>
    public void WriteQuoted<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        var room = Room(80);
        room[0] = (byte)'"';
        value.TryFormat(room[1..], out var count, format, CultureInfo.InvariantCulture);
        room[count + 1] = (byte)'"';
        Length += count + 2;
    }

    /// <summary>Writes a JSON string; what is not Unicode becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        // Each UTF-16 unit takes three bytes at most; room for the quotes and one escape beside them.
        var room = Room((text.Length * 3) + 8);
        room[0] = (byte)'"';
        var count = 1 + PlainText.Copy(text, room[1..]);
        if (count <= text.Length)
        {
            text = text[(count - 1)..];
            var special = text.IndexOfAny(Special);
            count += Encoding.UTF8.GetBytes(special < 0 ? text : text[..special], room[count..]);
            if (special >= 0)
            {
                Length += count;
                WriteRest(text[special..]);
                return;
            }
        }

        room[count] = (byte)'"';
        Length += count + 1;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    /// <summary>The rest of a JSON string that begins with a character to be escaped.</summary>
    private void WriteRest(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            WriteEscaped(text[0]);
            text = text[1..];
            var special = text.IndexOfAny(Special);
            var plain = special < 0 ? text : text[..special];
            Length += Encoding.UTF8.GetBytes(plain, Room(plain.Length * 3));
            text = text[plain.Length..];
        }

        WriteByte((byte)'"');
    }

    private void WriteMillionths(long millionths)
    {
        if (millionths < 0)
        {
            WriteByte((byte)'-');
            millionths = -millionths;
        }

        var (whole, rest) = Math.DivRem(millionths, (long)Million);
        WriteNumber(whole);
        if (rest > 0)
        {
            const int Digits = 6;
            var room = Room(Digits + 1);
            room[0] = (byte)'.';
            var left = (uint)rest;
            var last = 0;
            for (var at = Digits; at > 0; at--)
            {
                (left, var digit) = Math.DivRem(left, 10);
                room[at] = (byte)('0' + digit);
                last = last == 0 && digit > 0 ? at : last;
            }

            Length += last + 1;
        }
    }

    private void WriteEscaped(char c)
    {
        switch (c)
        {
            case '"':
                WriteRaw("\\\""u8);
                break;
            case '\\':
                WriteRaw("\\\\"u8);
                break;
            case '\n':
                WriteRaw("\\n"u8);
                break;
            case '\r':
                WriteRaw("\\r"u8);
                break;
            case '\t':
                WriteRaw("\\t"u8);
                break;
            default:
                WriteRaw("\\u00"u8);
                ((int)c).TryFormat(Room(2), out var count, "x2", CultureInfo.InvariantCulture);
                Length += count;
                break;
        }
    }

    private Span<byte> Room(int size)
    {
        if (bytes.Length - Length < size)
        {
            Grow(size);
        }

        return bytes.AsSpan(Length);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + size));
        bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
