using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ServiceTray.GraphQL.Http;

/// <summary>Makes an answer smaller in a way that the caller takes (RFC 9110, section 12.5.3).</summary>
internal static class Compression
{
    private const int BrotliQuality = 4;
    private const int BrotliWindow = 18;
    private const double Unwanted = 0;

    /// <summary>The coding liked best of those known here; null when none is wanted.</summary>
    public static string? Choose(IHeaderDictionary headers)
    {
        if (headers.AcceptEncoding.Count == 0 || !StringWithQualityHeaderValue.TryParseList(headers.AcceptEncoding, out var wanted))
        {
            return null;
        }

        var (brotli, gzip) = (Quality(wanted, "br"), Quality(wanted, "gzip"));
        return brotli > Unwanted && brotli >= gzip ? "br" : gzip > Unwanted ? "gzip" : null;
    }

    /// <summary>The answer in a coding, in rented memory; the caller gives it back.</summary>
    public static (byte[] Rented, int Length) Compress(ReadOnlyMemory<byte> answer, string coding)
    {
        // Text that cannot be made smaller may grow: by an eighth in the fastest gzip, by less in Brotli.
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(BrotliEncoder.GetMaxCompressedLength(answer.Length), answer.Length + (answer.Length / 8) + 256));
        if (coding == "br")
        {
            return BrotliEncoder.TryCompress(answer.Span, rented, out var length, BrotliQuality, BrotliWindow)
                ? (rented, length)
                : throw new InvalidOperationException("The answer outgrew the room that compression needs at most.");
        }

        using var into = new MemoryStream(rented);
        using (var gzip = new GZipStream(into, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(answer.Span);
        }

        return (rented, (int)into.Position);
    }

    private static double Quality(IList<StringWithQualityHeaderValue> wanted, string coding)
    {
        var any = Unwanted;
        foreach (var one in wanted)
        {
            if (one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            {
                return one.Quality ?? 1;
            }

            any = one.Value == "*" ? one.Quality ?? 1 : any;
        }

        return any;
    }
}
