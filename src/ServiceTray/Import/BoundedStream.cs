namespace ServiceTray.Import;

/// <summary>A file from which no more may be read at a stretch than a bound: a record that never ends would fill the memory.</summary>
internal sealed class BoundedStream(Stream inner, long most, string name) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>A record came to its end; the next stretch begins.</summary>
    public void Begin() => read = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (read > most)
        {
            throw new ImportException(ImportFailure.TooLarge, $"{name} holds a record of more than {most / 1024 / 1024} MB; nothing is taken from it.");
        }

        var some = await inner.ReadAsync(buffer, cancellationToken);
        read += some;
        return some;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }
}
