using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ServiceTray.Search.Storage;

/// <summary>Reads what <see cref="SectionWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">A length cannot be.</exception>
/// <exception cref="EndOfStreamException">The stream ended too early.</exception>
internal sealed class SectionReader(Stream stream)
{
    /// <summary>An array.</summary>
    public T[] Array<T>()
        where T : unmanaged
    {
        var length = Number();
        if (length < 0 || length * Unsafe.SizeOf<T>() > stream.Length - stream.Position)
        {
            throw new InvalidDataException("A length is longer than the file.");
        }

        var values = GC.AllocateUninitializedArray<T>((int)length);
        for (var at = 0; at < values.Length; at += 1 << 24)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(values.Length - at, 1 << 24))));
        }

        return values;
    }

    /// <summary>One number.</summary>
    public long Number()
    {
        long value = 0;
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<long>(ref value)));
        return value;
    }

    /// <summary>A text.</summary>
    public string String() => new(Array<char>());

    /// <summary>Texts.</summary>
    public string[] Strings() => Many(_ => String());

    /// <summary>Several things.</summary>
    public T[] Many<T>(Func<SectionReader, T> read)
    {
        var count = Number();
        if (count < 0 || count > stream.Length - stream.Position)
        {
            throw new InvalidDataException("A count is longer than the file.");
        }

        var values = new T[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(this);
        }

        return values;
    }
}
