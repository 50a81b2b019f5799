using System.Runtime.InteropServices;

namespace ServiceTray.Search.Storage;

/// <summary>Writes arrays one after another, each behind its length.</summary>
internal sealed class SectionWriter(Stream stream)
{
    /// <summary>An array as its bytes in memory.</summary>
    public void Array<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Number(values.Length);
        while (values.Length > 0)
        {
            // A span of bytes cannot be longer than int.MaxValue.
            var part = values[..Math.Min(values.Length, 1 << 24)];
            stream.Write(MemoryMarshal.AsBytes(part));
            values = values[part.Length..];
        }
    }

    /// <summary>One number.</summary>
    public void Number(long value) => stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)));

    /// <summary>A text.</summary>
    public void String(string value) => Array<char>(value);

    /// <summary>Texts.</summary>
    public void Strings(string[] values) => Many(values, String);

    /// <summary>Several things behind their count.</summary>
    public void Many<T>(IReadOnlyList<T> values, Action<T> write)
    {
        Number(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }
}
