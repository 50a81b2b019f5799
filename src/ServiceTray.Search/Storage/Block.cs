using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace ServiceTray.Search.Storage;

/// <summary>Values that never change, in memory of their own or in a mapped file. Whoever reads them keeps the block, and with it the memory.</summary>
/// <typeparam name="T">The value.</typeparam>
internal readonly unsafe struct Block<T>
    where T : unmanaged
{
    // Below this a page table's lines are few enough.
    private const long LeastApart = 1 << 20;

    // Keeps the memory from being given back.
    private readonly object? _owner;
    private readonly T* _first;

    private Block(object owner, T* first, int length)
    {
        _owner = owner;
        _first = first;
        Length = length;
    }

    /// <summary>How many.</summary>
    public int Length { get; }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<T> Span => new(_first, Length);

    /// <summary>One of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Length)
            {
                Throw(index);
            }

            return ref _first[index];
        }
    }

    /// <summary>Some of them.</summary>
    public ReadOnlySpan<T> Slice(int start, int length) => Span.Slice(start, length);

    /// <summary>Sends for the memory where one of them lies, without waiting for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(int index)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_first + index);
        }
    }

    /// <summary>The same for some of them.</summary>
    public void Fetch(ReadOnlySpan<int> indexes)
    {
        foreach (var index in indexes)
        {
            Fetch(index);
        }
    }

    /// <summary>In memory of their own.</summary>
    public static Block<T> Of(ReadOnlySpan<T> values)
    {
        var bytes = (long)values.Length * sizeof(T);
        if (bytes >= LeastApart)
        {
            var apart = new OwnMemory(bytes);
            values.CopyTo(new Span<T>(apart.First, values.Length));
            return In(apart, apart.First, values.Length);
        }

        var own = GC.AllocateUninitializedArray<T>(values.Length, pinned: true);
        values.CopyTo(own);
        return new Block<T>(own, (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(own)), own.Length);
    }

    /// <summary>In memory that the owner keeps.</summary>
    public static Block<T> In(object owner, byte* first, int length) => new(owner, (T*)first, length);

    private static void Throw(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, "There are not so many values.");
}
