using System.Runtime.InteropServices;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>
/// The exact values of one field: the distinct ones in order, the distinct sets of them that documents have, and each document's set. Sets
/// are few beside documents, so that what a document has is told by one small number.
/// </summary>
internal sealed class KeywordColumn
{
    // Where the values of each set start, and one end more.
    private readonly Block<int> _offsets;
    private readonly PackedNumbers _valuesOfSets;
    private readonly PackedNumbers _sets;
    private readonly Lazy<DocumentRun[][]> _runs;

    private KeywordColumn(string[] values, Block<int> offsets, PackedNumbers valuesOfSets, PackedNumbers sets)
    {
        (Values, _offsets, _valuesOfSets, _sets) = (values, offsets, valuesOfSets, sets);
        _runs = new Lazy<DocumentRun[][]>(ReadRuns);
    }

    /// <summary>The distinct values, in ordinal order.</summary>
    public string[] Values { get; }

    /// <summary>How many distinct sets of values documents have.</summary>
    public int Sets => _offsets.Length - 1;

    /// <summary>A document's values, in order.</summary>
    public string[] this[int document]
    {
        get
        {
            var (from, to) = Bounds(_sets[document]);
            var values = new string[to - from];
            for (var i = from; i < to; i++)
            {
                values[i - from] = Values[_valuesOfSets[i]];
            }

            return values;
        }
    }

    /// <summary>Runs that hold the documents that have a value; none when there is no such value.</summary>
    public DocumentRun[] Runs(string value) => Find(value) is >= 0 and var number ? _runs.Value[number] : [];

    /// <summary>By number of value, whether it is one of these; null when no value is.</summary>
    public bool[]? Wanted(IReadOnlyList<string> anyOf)
    {
        bool[]? wanted = null;
        foreach (var value in anyOf)
        {
            if (Find(value) is >= 0 and var number)
            {
                (wanted ??= new bool[Values.Length])[number] = true;
            }
        }

        return wanted;
    }

    /// <summary>Whether any of a document's values is wanted.</summary>
    public bool Any(int document, bool[]? wanted)
    {
        if (wanted is null)
        {
            return false;
        }

        var (from, to) = Bounds(_sets[document]);
        for (var i = from; i < to; i++)
        {
            if (wanted[_valuesOfSets[i]])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sends for the memory that tells documents' sets, without waiting for it.</summary>
    public void Fetch(ReadOnlySpan<int> documents) => _sets.Fetch(documents);

    /// <summary>By document the number of its set.</summary>
    public PackedNumbers SetOf => _sets;

    /// <summary>Adds how many documents have each value, from how many have each set.</summary>
    public void AddCounts(ReadOnlySpan<int> sets, Span<int> counts)
    {
        for (var (set, next) = (0, 0); (next = sets[set..].IndexOfAnyExcept(0)) >= 0; set++)
        {
            set += next;
            var (from, to) = Bounds(set);
            for (var i = from; i < to; i++)
            {
                counts[_valuesOfSets[i]] += sets[set];
            }
        }
    }

    /// <summary>From the rows' values.</summary>
    public static KeywordColumn Of(IReadOnlyList<DocumentRow> rows, Func<DocumentRow, string[]> valuesOf)
    {
        string[] values = [.. rows.SelectMany(valuesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numberOf = values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var (known, offsets, valuesOfSets, sets) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<int> { 0 }, new List<int>(), new int[rows.Count]);
        for (var document = 0; document < rows.Count; document++)
        {
            int[] own = [.. valuesOf(rows[document]).Distinct(StringComparer.Ordinal).Select(value => numberOf[value]).Order()];

            // The numbers' bytes as letters: what compares sets as a whole.
            ref var set = ref CollectionsMarshal.GetValueRefOrAddDefault(known, new string(MemoryMarshal.Cast<int, char>(own)), out var isKnown);
            if (!isKnown)
            {
                set = offsets.Count - 1;
                valuesOfSets.AddRange(own);
                offsets.Add(valuesOfSets.Count);
            }

            sets[document] = set;
        }

        return new KeywordColumn(values, Block<int>.Of([.. offsets]), PackedNumbers.Of([.. valuesOfSets], values.Length), PackedNumbers.Of(sets, known.Count));
    }

    public void Write(SectionWriter writer)
    {
        writer.Strings(Values);
        writer.Block(_offsets);
        _valuesOfSets.Write(writer);
        _sets.Write(writer);
    }

    public static KeywordColumn Read(SectionReader reader) => new(reader.Strings(), reader.Block<int>(), PackedNumbers.Read(reader), PackedNumbers.Read(reader));

    private int Find(string value) => Array.BinarySearch(Values, value, StringComparer.Ordinal);

    private (int From, int To) Bounds(int set) => (_offsets[set], _offsets[set + 1]);

    private DocumentRun[][] ReadRuns()
    {
        var documents = new List<int>[Values.Length];
        for (var document = 0; document < _sets.Count; document++)
        {
            var (from, to) = Bounds(_sets[document]);
            for (var i = from; i < to; i++)
            {
                (documents[_valuesOfSets[i]] ??= []).Add(document);
            }
        }

        return Array.ConvertAll(documents, each => DocumentRun.Of(CollectionsMarshal.AsSpan(each)));
    }
}
