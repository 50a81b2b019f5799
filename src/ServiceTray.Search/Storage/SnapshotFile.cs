using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Storage;

/// <summary>A snapshot in one file: a mark, the <see cref="Checksum"/> of all that follows, then format, fingerprint, sequence and segments.</summary>
internal static class SnapshotFile
{
    private const long Format = 5;
    private const int Part = 1 << 20;
    private static readonly byte[] Mark = "tray-search 2\n\0\0"u8.ToArray();

    private static int Head => Mark.Length + Checksum.Stride;

    /// <summary>Writes beside, flushes to the disk and renames into place, so that a reader finds the old file or the new one whole.</summary>
    public static void Save(string path, string fingerprint, Snapshot snapshot)
    {
        var beside = path + ".new";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None, Part))
        {
            stream.Write(Mark);
            stream.Write(new byte[Checksum.Stride]);
            Write(new SectionWriter(stream), fingerprint, snapshot);
            var sum = Sum(stream);
            stream.Position = Mark.Length;
            stream.Write(sum);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The snapshot, or null with the reason why not.</summary>
    public static Snapshot? TryLoad(string path, string fingerprint, long generation, out string? reason)
    {
        try
        {
            var image = new FileImage(path);
            if (Loaded(image, fingerprint, generation, out reason) is { } snapshot)
            {
                return snapshot;
            }

            image.Dispose();
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

    private static Snapshot? Loaded(FileImage image, string fingerprint, long generation, out string? reason)
    {
        reason = Damage(image);
        if (reason is not null)
        {
            return null;
        }

        var reader = new SectionReader(image, Head);
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

        var sequence = reader.Number();
        return new Snapshot(generation, sequence, reader.Many(section =>
            new LiveSegment(Segment.Read(section), Tombstones.None.With(section.Block<int>().Span.ToArray()))));
    }

    private static void Write(SectionWriter writer, string fingerprint, Snapshot snapshot)
    {
        writer.Number(Format);
        writer.String(fingerprint);
        writer.Number(snapshot.Sequence);
        writer.Many(snapshot.Segments, live =>
        {
            live.Segment.Write(writer);
            writer.Block(Block<int>.Of([.. live.Removed.All(live.Segment.Count)]));
        });
    }

    private static string? Damage(FileImage image)
    {
        if (image.Length < Head || !image.Bytes(0, Mark.Length).SequenceEqual(Mark))
        {
            return "The file is not a snapshot.";
        }

        var checksum = new Checksum();
        for (long at = Head; at < image.Length; at += Part)
        {
            checksum.Add(image.Bytes(at, (int)Math.Min(Part, image.Length - at)));
        }

        Span<byte> sum = stackalloc byte[Checksum.Stride];
        checksum.Write(sum, image.Length - Head);
        return image.Bytes(Mark.Length, Checksum.Stride).SequenceEqual(sum) ? null : "The snapshot file is damaged.";
    }

    private static byte[] Sum(Stream stream)
    {
        var (checksum, part, sum) = (new Checksum(), new byte[Part], new byte[Checksum.Stride]);
        stream.Position = Head;
        while (stream.ReadAtLeast(part, Part, throwOnEndOfStream: false) is > 0 and var read)
        {
            checksum.Add(part.AsSpan(0, read));
        }

        checksum.Write(sum, stream.Length - Head);
        return sum;
    }
}
