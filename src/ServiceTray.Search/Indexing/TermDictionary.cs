using System.Numerics;
using System.Text;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>All terms of a segment in order of their UTF-8 bytes, with a hash table over them.</summary>
internal sealed class TermDictionary
{
    private readonly Block<int> _offsets;
    private readonly Block<byte> _bytes;
    private readonly Block<TermSlot> _table;

    private TermDictionary(Block<int> offsets, Block<byte> bytes, Block<TermSlot> table) => (_offsets, _bytes, _table) = (offsets, bytes, table);

    /// <summary>How many terms.</summary>
    public int Count => _offsets.Length - 1;

    /// <summary>A term by its number.</summary>
    public ReadOnlySpan<byte> this[int term] => _bytes.Slice(_offsets[term], _offsets[term + 1] - _offsets[term]);

    /// <summary>From terms that are in order and distinct.</summary>
    public static TermDictionary Of(IReadOnlyList<byte[]> sorted) =>
        new(Block<int>.Of(Offsets(sorted)), Block<byte>.Of(sorted.Count == 0 ? [] : Joined(sorted)), Block<TermSlot>.Of(Table(sorted)));

    /// <summary>The number of a term, or −1.</summary>
    public int Find(TermKey term)
    {
        for (var at = Place(term.Hash); ; at = Place((uint)at + 1))
        {
            var slot = _table[at];
            if (slot.IsEmpty || (slot.Hash == term.Hash && this[slot.Term].SequenceEqual(term.Utf8)))
            {
                return slot.Term;
            }
        }
    }

    /// <summary>The numbers of terms, −1 for one that is not there. Table, bounds and letters of each lie far apart in memory: of all they are sent for before the first is read.</summary>
    public int[] Find(ReadOnlySpan<TermKey> terms)
    {
        var numbers = new int[terms.Length];
        Fetch(terms);
        for (var i = 0; i < terms.Length; i++)
        {
            numbers[i] = FirstOfHash(terms[i].Hash);
            _offsets.Fetch(Math.Max(0, numbers[i]));
        }

        for (var i = 0; i < terms.Length; i++)
        {
            _bytes.Fetch(_offsets[Math.Max(0, numbers[i])]);
        }

        for (var i = 0; i < terms.Length; i++)
        {
            if (numbers[i] >= 0 && !this[numbers[i]].SequenceEqual(terms[i].Utf8))
            {
                numbers[i] = Find(terms[i]);
            }
        }

        return numbers;
    }

    /// <summary>Sends for the memory where terms are looked up first, without waiting for it.</summary>
    public void Fetch(ReadOnlySpan<TermKey> terms)
    {
        foreach (var term in terms)
        {
            _table.Fetch(Place(term.Hash));
        }
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
        writer.Block(_offsets);
        writer.Block(_bytes);
        writer.Block(_table);
    }

    public static TermDictionary Read(SectionReader reader) => new(reader.Block<int>(), reader.Block<byte>(), reader.Block<TermSlot>());

    private int Place(uint hash) => (int)hash & (_table.Length - 1);

    // The number of the first term of this hash, which with few exceptions is the only one; or −1.
    private int FirstOfHash(uint hash)
    {
        for (var at = Place(hash); ; at = Place((uint)at + 1))
        {
            var slot = _table[at];
            if (slot.IsEmpty || slot.Hash == hash)
            {
                return slot.Term;
            }
        }
    }

    private static TermSlot[] Table(IReadOnlyList<byte[]> terms)
    {
        var table = new TermSlot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, terms.Count * 2))];
        for (var term = 0; term < terms.Count; term++)
        {
            var hash = TermKey.HashOf(terms[term]);
            var at = (int)hash & (table.Length - 1);
            while (!table[at].IsEmpty)
            {
                at = (at + 1) & (table.Length - 1);
            }

            table[at] = new TermSlot(hash, term);
        }

        return table;
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
