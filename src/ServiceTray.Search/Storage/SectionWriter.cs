using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ServiceTray.Search.Storage;

/// <summary>Writes sections one after another, each behind its length and all beginning at a multiple of sixteen bytes, so that they can be read where they lie.</summary>
internal sealed class SectionWriter(Stream stream)
{
    private const int Alignment = 16;

    /// <summary>What so many bytes take.</summary>
    public static long Padded(long bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    /// <summary>Values as their bytes in memory.</summary>
    public void Block<T>(Block<T> block)
        where T : unmanaged => Values(block.Span);

    /// <summary>One number.</summary>
    public void Number(long value) => stream.Write(MemoryMarshal.AsBytes<long>([value, 0]));

    /// <summary>A text.</summary>
    public void String(string value) => Values<char>(value);

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

    private void Values<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Number(values.Length);
        var bytes = (long)values.Length * Unsafe.SizeOf<T>();
        while (values.Length > 0)
        {
            // A span of bytes cannot be longer than int.MaxValue.
            var part = values[..Math.Min(values.Length, 1 << 24)];
            stream.Write(MemoryMarshal.AsBytes(part));
            values = values[part.Length..];
        }

        Span<byte> padding = stackalloc byte[Alignment];
        padding.Clear();
        stream.Write(padding[..(int)(Padded(bytes) - bytes)]);
    }
}
