using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ServiceTray.Search.Storage;

/// <summary>
/// Four CRC-32C (Castagnoli, RFC 3720 appendix B.4) of bytes, each over every fourth eight of them, so that they are worked out side by
/// side: damage within eight bytes is noticed for certain, other damage but for one in four thousand million.
/// </summary>
internal struct Checksum()
{
    /// <summary>Bytes of the sum, and what all but the last part must be a multiple of.</summary>
    public const int Stride = 32;

    private const int Lane = sizeof(ulong);
    private uint _a = uint.MaxValue;
    private uint _b = uint.MaxValue;
    private uint _c = uint.MaxValue;
    private uint _d = uint.MaxValue;

    /// <summary>Adds bytes; where they are no multiple of <see cref="Stride"/>, nothing may follow.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes[..(bytes.Length / Stride * Stride)]);
        var (a, b, c, d) = (_a, _b, _c, _d);
        for (; words.Length >= 4; words = words[4..])
        {
            a = BitOperations.Crc32C(a, words[0]);
            b = BitOperations.Crc32C(b, words[1]);
            c = BitOperations.Crc32C(c, words[2]);
            d = BitOperations.Crc32C(d, words[3]);
        }

        foreach (var rest in bytes[(bytes.Length / Stride * Stride)..])
        {
            a = BitOperations.Crc32C(a, rest);
        }

        (_a, _b, _c, _d) = (a, b, c, d);
    }

    /// <summary>The sum, with the length.</summary>
    public readonly void Write(Span<byte> sum, long length)
    {
        sum.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(sum, length);
        BinaryPrimitives.WriteUInt32LittleEndian(sum[Lane..], _a);
        BinaryPrimitives.WriteUInt32LittleEndian(sum[(Lane + 4)..], _b);
        BinaryPrimitives.WriteUInt32LittleEndian(sum[(Lane + 8)..], _c);
        BinaryPrimitives.WriteUInt32LittleEndian(sum[(Lane + 12)..], _d);
    }
}
