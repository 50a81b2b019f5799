using System.IO.MemoryMappedFiles;

namespace ServiceTray.Search.Storage;

/// <summary>The bytes of a file, mapped into memory until nobody refers to it any more.</summary>
internal sealed unsafe class FileImage : IDisposable
{
    private readonly MemoryMappedViewAccessor? _view;
    private byte* _first;

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public FileImage(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        Length = stream.Length;
        if (Length == 0)
        {
            return;
        }

        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _first);
        _first += _view.PointerOffset;
    }

    ~FileImage() => Release();

    /// <summary>How many bytes.</summary>
    public long Length { get; }

    /// <summary>Some of them; read only while the image is held.</summary>
    public ReadOnlySpan<byte> Bytes(long from, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - from);
        return new ReadOnlySpan<byte>(_first + from, length);
    }

    /// <summary>Some of them as values, kept by the block.</summary>
    public Block<T> Block<T>(long from, int length)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)length * sizeof(T), Length - from);
        return Storage.Block<T>.In(this, _first + from, length);
    }

    /// <summary>Gives the memory back; no block of it may be read after that.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (_first is not null)
        {
            _first = null;
            _view!.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }
}
