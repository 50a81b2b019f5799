using System.Text;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>All terms of a segment in order of their UTF-8 bytes, with a hash table over them.</summary>
internal sealed class TermDictionary
{
    private readonly int[] _offsets;
    private readonly byte[] _bytes;
    private readonly int[] _table;

    private TermDictionary(int[] offsets, byte[] bytes)
    {
        _offsets = offsets;
        _bytes = bytes;
        _table = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, Count * 2))];
        for (var term = 0; term < Count; term++)
        {
            var slot = Slot(this[term]);
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & (_table.Length - 1);
            }

            _table[slot] = term + 1;
        }
    }

    /// <summary>How many terms.</summary>
    public int Count => _offsets.Length - 1;

    /// <summary>A term by its number.</summary>
    public ReadOnlySpan<byte> this[int term] => _bytes.AsSpan(_offsets[term], _offsets[term + 1] - _offsets[term]);

    /// <summary>From terms that are in order and distinct.</summary>
    public static TermDictionary Of(IReadOnlyList<byte[]> sorted) =>
        new(Offsets(sorted), sorted.Count == 0 ? [] : Joined(sorted));

    /// <summary>The number of a term, or −1.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        var slot = Slot(term);
        while (_table[slot] != 0)
        {
            if (this[_table[slot] - 1].SequenceEqual(term))
            {
                return _table[slot] - 1;
            }

            slot = (slot + 1) & (_table.Length - 1);
        }

        return -1;
    }

    /// <summary>The number of the first term that is not before this one.</summary>
    public int FirstFrom(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(term) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>A term as text.</summary>
    public string Text(int term) => Encoding.UTF8.GetString(this[term]);

    public void Write(SectionWriter writer)
    {
        writer.Array<int>(_offsets);
        writer.Array<byte>(_bytes);
    }

    public static TermDictionary Read(SectionReader reader) => new(reader.Array<int>(), reader.Array<byte>());

    private int Slot(ReadOnlySpan<byte> term)
    {
        // FNV-1a, with the high bits folded in since the table uses the low ones.
        var hash = 2166136261u;
        foreach (var each in term)
        {
            hash = (hash ^ each) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(_table.Length - 1));
    }

    private static int[] Offsets(IReadOnlyList<byte[]> sorted)
    {
        var offsets = new int[sorted.Count + 1];
        for (var i = 0; i < sorted.Count; i++)
        {
            offsets[i + 1] = checked(offsets[i] + sorted[i].Length);
        }

        return offsets;
    }

    private static byte[] Joined(IReadOnlyList<byte[]> sorted)
    {
        var bytes = new byte[sorted.Sum(term => term.Length)];
        var at = 0;
        foreach (var term in sorted)
        {
            term.CopyTo(bytes, at);
            at += term.Length;
        }

        return bytes;
    }
}
