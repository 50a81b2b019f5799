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

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    /// <summary>Bytes written; may be set back to an earlier value.</summary>
    public int Length { get; set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public void WriteRaw(ReadOnlySpan<byte> raw)
    {
        raw.CopyTo(Room(raw.Length));
        Length += raw.Length;
    }

    public void WriteByte(byte raw)
    {
        Room(1)[0] = raw;
        Length++;
    }

    public void WriteNumber(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var count);
        Length += count;
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
        WriteByte((byte)'"');
        while (true)
        {
            var special = text.IndexOfAny(Special);
            var plain = special < 0 ? text : text[..special];
            Length += Encoding.UTF8.GetBytes(plain, Room(plain.Length * 3));
            if (special < 0)
            {
                break;
            }

            WriteEscaped(text[special]);
            text = text[(special + 1)..];
        }

        WriteByte((byte)'"');
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
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
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + size));
            bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(Length);
    }
}
