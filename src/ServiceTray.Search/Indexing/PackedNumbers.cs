using System.Buffers.Binary;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>Numbers of 0 or more, each in as few bytes as the greatest of them needs: 1, 2 or 4.</summary>
internal readonly struct PackedNumbers
{
    private readonly Block<byte> _bytes;
    private readonly int _width;

    private PackedNumbers(Block<byte> bytes, int width) => (_bytes, _width) = (bytes, width);

    /// <summary>How many.</summary>
    public int Count => _bytes.Length / _width;

    /// <summary>One of them.</summary>
    public int this[int index] => _width switch
    {
        1 => _bytes[index],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Slice(2 * index, 2)),
        _ => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Slice(4 * index, 4)),
    };

    /// <summary>Sends for the memory where some of them lie, without waiting for it.</summary>
    public void Fetch(ReadOnlySpan<int> indexes)
    {
        foreach (var index in indexes)
        {
            _bytes.Fetch(_width * index);
        }
    }

    /// <summary>From numbers below a bound.</summary>
    public static PackedNumbers Of(ReadOnlySpan<int> numbers, int bound)
    {
        var width = bound <= 1 << 8 ? 1 : bound <= 1 << 16 ? 2 : 4;
        var bytes = new byte[width * numbers.Length];
        Span<byte> whole = stackalloc byte[sizeof(int)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(whole, numbers[i]);
            whole[..width].CopyTo(bytes.AsSpan(width * i));
        }

        return new PackedNumbers(Block<byte>.Of(bytes), width);
    }

    public void Write(SectionWriter writer)
    {
        writer.Number(_width);
        writer.Block(_bytes);
    }

    public static PackedNumbers Read(SectionReader reader)
    {
        var width = (int)reader.Number();
        return width is 1 or 2 or 4 ? new PackedNumbers(reader.Block<byte>(), width) : throw new InvalidDataException("A number has no such width.");
    }
}
