using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ServiceTray.Search.Storage;

/// <summary>Reads what <see cref="SectionWriter"/> wrote.</summary>
/// <param name="image">The file.</param>
/// <param name="start">Where the first section starts.</param>
/// <exception cref="InvalidDataException">A length cannot be.</exception>
internal sealed class SectionReader(FileImage image, long start)
{
    private long _at = start;

    /// <summary>Values, left where they lie.</summary>
    public Block<T> Block<T>()
        where T : unmanaged
    {
        var (from, length) = Section(Unsafe.SizeOf<T>());
        return image.Block<T>(from, length);
    }

    /// <summary>One number.</summary>
    public long Number()
    {
        if (image.Length - _at < sizeof(long))
        {
            throw new InvalidDataException("The file ends too early.");
        }

        var number = BinaryPrimitives.ReadInt64LittleEndian(image.Bytes(_at, sizeof(long)));
        _at += SectionWriter.Padded(sizeof(long));
        return number;
    }

    /// <summary>A text.</summary>
    public string String()
    {
        var (from, length) = Section(sizeof(char));
        return new string(MemoryMarshal.Cast<byte, char>(image.Bytes(from, length * sizeof(char))));
    }

    /// <summary>Texts.</summary>
    public string[] Strings() => Many(_ => String());

    /// <summary>Several things.</summary>
    public T[] Many<T>(Func<SectionReader, T> read)
    {
        var count = Number();
        if (count < 0 || count > image.Length - _at)
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

    private (long From, int Length) Section(int size)
    {
        var length = Number();
        if (length < 0 || length > Math.Min(int.MaxValue, (image.Length - _at) / size))
        {
            throw new InvalidDataException("A length is longer than the file.");
        }

        var from = _at;
        _at += SectionWriter.Padded(length * size);
        return (from, (int)length);
    }
}
