namespace ServiceTray.Pictures;

/// <summary>Tells by its first bytes whether something is of a kind that is taken; its name and what the sender says of it count for nothing.</summary>
internal static class PictureKinds
{
    /// <summary>Pixels of a JPEG: more than a telephone's camera makes.</summary>
    private const long MostOfJpeg = 64_000_000;

    /// <summary>Pixels of what may have to lie in memory whole and deep while it is read.</summary>
    private const long MostOfOthers = 25_000_000;

    /// <summary>How many pixels are taken of this; null: it is of none of the kinds.</summary>
    public static long? MostPixels(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? MostOfJpeg
        : bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) ? MostOfOthers
        : null;
}
