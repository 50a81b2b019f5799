using System.Runtime.InteropServices;

namespace ServiceTray.Search.Storage;

/// <summary>
/// Memory outside the collected heap, in large pages where the machine gives them: who reads here and there in hundreds of
/// megabytes else waits for the page table as often as for the memory. Given back when nobody keeps it any more.
/// </summary>
internal sealed unsafe partial class OwnMemory : SafeHandle
{
    private const int LargePage = 2 << 20;
    private const int AdviseHugePages = 14;

    private static long _held;

    private readonly long _bytes;

    /// <summary>So many bytes, of unknown content.</summary>
    public OwnMemory(long bytes)
        : base(0, ownsHandle: true)
    {
        _bytes = (bytes + LargePage - 1) / LargePage * LargePage;
        SetHandle((nint)NativeMemory.AlignedAlloc((nuint)_bytes, LargePage));
        GC.AddMemoryPressure(_bytes);
        Interlocked.Add(ref _held, _bytes);
        if (OperatingSystem.IsLinux())
        {
            // Advice only: where it is not taken, the pages are small.
            _ = Advise(First, (nuint)_bytes, AdviseHugePages);
        }
    }

    /// <summary>How many bytes all of them hold.</summary>
    public static long Held => Interlocked.Read(ref _held);

    /// <summary>Where it begins.</summary>
    public byte* First => (byte*)handle;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree(First);
        GC.RemoveMemoryPressure(_bytes);
        Interlocked.Add(ref _held, -_bytes);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* first, nuint length, int advice);
}
