using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace ServiceTray.Search.Querying;

/// <summary>Writes cursors as opaque text and reads back only its own: the bytes are authenticated with HMAC-SHA-256, cut to 16 bytes.</summary>
internal sealed class CursorCodec(byte[] key)
{
    private const byte Format = 2;
    private const int MacLength = 16;
    private const int FixedLength = 2 + (5 * 8) + 16;
    private const int LongestText = 4096;

    /// <summary>The cursor as text.</summary>
    public string Write(Cursor cursor)
    {
        var bytes = new byte[FixedLength + cursor.Place.Name.Length + MacLength];
        bytes[0] = Format;
        bytes[1] = (byte)cursor.Order;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(2), cursor.Filter);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(10), cursor.Start);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(18), cursor.Generation);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(26), cursor.Now);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(34), cursor.Place.Primary);
        cursor.Place.Key.TryWriteBytes(bytes.AsSpan(42));
        cursor.Place.Name.CopyTo(bytes, FixedLength);
        Mac(bytes.AsSpan(0, bytes.Length - MacLength)).CopyTo(bytes.AsSpan(bytes.Length - MacLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The cursor of a text, or null when it was not written here as it stands.</summary>
    public Cursor? Read(string text)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var signed = bytes.AsSpan(0, Math.Max(0, bytes.Length - MacLength));
        if (signed.Length < FixedLength || signed[0] != Format || !CryptographicOperations.FixedTimeEquals(Mac(signed), bytes.AsSpan(signed.Length)))
        {
            return null;
        }

        return new Cursor(
            (SearchOrder)signed[1],
            BinaryPrimitives.ReadUInt64LittleEndian(signed[2..]),
            BinaryPrimitives.ReadInt64LittleEndian(signed[10..]),
            BinaryPrimitives.ReadInt64LittleEndian(signed[18..]),
            BinaryPrimitives.ReadInt64LittleEndian(signed[26..]),
            new CursorPlace(BinaryPrimitives.ReadInt64LittleEndian(signed[34..]), new Guid(signed.Slice(42, 16)), signed[FixedLength..].ToArray()));
    }

    private ReadOnlySpan<byte> Mac(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(key, bytes).AsSpan(0, MacLength);
}
