using System.Security.Cryptography;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Storage;

/// <summary>A snapshot in one file: a mark, the SHA-256 of all that follows, then format, fingerprint, sequence and segments.</summary>
internal static class SnapshotFile
{
    private const long Format = 1;
    private static readonly byte[] Mark = "tray-search\n"u8.ToArray();

    /// <summary>Writes beside, flushes to the disk and renames into place, so that a reader finds the old file or the new one whole.</summary>
    public static void Save(string path, string fingerprint, Snapshot snapshot)
    {
        var beside = path + ".new";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20))
        {
            stream.Write(Mark);
            stream.Write(new byte[SHA256.HashSizeInBytes]);
            Write(new SectionWriter(stream), fingerprint, snapshot);
            var hash = Hash(stream);
            stream.Position = Mark.Length;
            stream.Write(hash);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The snapshot, or null with the reason why not.</summary>
    public static Snapshot? TryLoad(string path, string fingerprint, long generation, out string? reason)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
            reason = Damage(stream);
            if (reason is not null)
            {
                return null;
            }

            stream.Position = Mark.Length + SHA256.HashSizeInBytes;
            return Read(new SectionReader(stream), fingerprint, generation, out reason);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            reason = "There is no snapshot file.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            reason = $"The snapshot file cannot be read: {exception.Message}";
        }

        return null;
    }

    private static void Write(SectionWriter writer, string fingerprint, Snapshot snapshot)
    {
        writer.Number(Format);
        writer.String(fingerprint);
        writer.Number(snapshot.Sequence);
        writer.Many(snapshot.Segments, live =>
        {
            live.Segment.Write(writer);
            writer.Array<int>(live.Removed.All(live.Segment.Count).ToArray());
        });
    }

    private static Snapshot? Read(SectionReader reader, string fingerprint, long generation, out string? reason)
    {
        if (reader.Number() is var format && format != Format)
        {
            reason = $"The snapshot file has format {format}, not {Format}.";
            return null;
        }

        if (reader.String() != fingerprint)
        {
            reason = "The snapshot file was made with other fields or another analysis.";
            return null;
        }

        reason = null;
        var sequence = reader.Number();
        return new Snapshot(generation, sequence, reader.Many(section =>
            new LiveSegment(Segment.Read(section), Tombstones.None.With(section.Array<int>()))));
    }

    private static string? Damage(Stream stream)
    {
        var head = new byte[Mark.Length + SHA256.HashSizeInBytes];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan(0, Mark.Length).SequenceEqual(Mark)
            ? "The file is not a snapshot."
            : Hash(stream).AsSpan().SequenceEqual(head.AsSpan(Mark.Length)) ? null : "The snapshot file is damaged.";
    }

    private static byte[] Hash(Stream stream)
    {
        stream.Position = Mark.Length + SHA256.HashSizeInBytes;
        return SHA256.HashData(stream);
    }
}
