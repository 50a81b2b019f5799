using System.Buffers.Binary;
using System.Text;
using NetVips;

namespace ServiceTray.Tests.Pictures;

/// <summary>Files as people and others send them.</summary>
internal static class SentPictures
{
    /// <summary>What stands in the file's facts and must not be in what is kept.</summary>
    public const string Marker = "SALAINEN-PAIKKA-6289N2767E";

    private static readonly double[] Red = [200, 20, 20];
    private static readonly double[] Blue = [20, 20, 200];

    /// <summary>The left half is red, the right half blue.</summary>
    public static Image RedAndBlue(int width, int height)
    {
        using var half = Image.Black(width / 2, height, bands: 3);
        using var left = half + Red;
        using var right = half + Blue;
        using var both = left.Join(right, Enums.Direction.Horizontal);
        using var bytes = both.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static byte[] Jpeg(int width = 400, int height = 200)
    {
        using var image = RedAndBlue(width, height);
        return image.JpegsaveBuffer();
    }

    public static byte[] Png(int width = 400, int height = 200)
    {
        using var image = RedAndBlue(width, height);
        return image.PngsaveBuffer();
    }

    public static byte[] Webp(int width = 400, int height = 200)
    {
        using var image = RedAndBlue(width, height);
        return image.WebpsaveBuffer();
    }

    /// <summary>A photograph of a telephone that was held sideways (orientation 6 of Exif 2.3), with a maker's words and a place.</summary>
    public static byte[] Sideways()
    {
        var jpeg = Jpeg();
        var marker = Encoding.ASCII.GetBytes(Marker + "\0");
        var tiff = new List<byte>("II*\0\b\0\0\0"u8.ToArray());
        var words = 8 + 2 + (3 * 12) + 4;
        var place = words + marker.Length + (marker.Length % 2);
        tiff.AddRange(Two(3));
        tiff.AddRange([.. Two(0x010F), .. Two(2), .. Four(marker.Length), .. Four(words)]);
        tiff.AddRange([.. Two(0x0112), .. Two(3), .. Four(1), .. Four(6)]);
        tiff.AddRange([.. Two(0x8825), .. Two(4), .. Four(1), .. Four(place)]);
        tiff.AddRange(Four(0));
        tiff.AddRange([.. marker, .. new byte[marker.Length % 2]]);

        // The place: latitude is north, and longitude east.
        tiff.AddRange([.. Two(2), .. Two(1), .. Two(2), .. Four(2), .. "N\0\0\0"u8, .. Two(3), .. Two(2), .. Four(2), .. "E\0\0\0"u8, .. Four(0)]);
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(body.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. body, .. jpeg[2..]];
    }

    /// <summary>The head of a PNG that says it has this many pixels, and almost nothing besides.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var png = Png(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        return png;
    }

    // The check sum of a PNG's parts (PNG, annex D).
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var letter in bytes)
        {
            sum ^= letter;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }

    private static byte[] Two(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Four(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];
}
