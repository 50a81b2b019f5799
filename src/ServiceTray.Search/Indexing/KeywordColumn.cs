using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>The exact values of one field: the distinct ones in order, and each document's as numbers of them.</summary>
internal sealed class KeywordColumn
{
    // Where each document's numbers start, and one end more; empty where each document has one.
    private readonly Block<int> _offsets;
    private readonly PackedNumbers _numbers;
    private readonly Lazy<DocumentRun[][]> _runs;

    private KeywordColumn(string[] values, Block<int> offsets, PackedNumbers numbers)
    {
        (Values, _offsets, _numbers) = (values, offsets, numbers);
        _runs = new Lazy<DocumentRun[][]>(ReadRuns);
    }

    /// <summary>The distinct values, in ordinal order.</summary>
    public string[] Values { get; }

    private int Documents => _offsets.Length == 0 ? _numbers.Count : _offsets.Length - 1;

    /// <summary>A document's values.</summary>
    public string[] this[int document]
    {
        get
        {
            var (from, to) = Bounds(document);
            var values = new string[to - from];
            for (var i = from; i < to; i++)
            {
                values[i - from] = Values[_numbers[i]];
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

        var (from, to) = Bounds(document);
        for (var i = from; i < to; i++)
        {
            if (wanted[_numbers[i]])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sends for the memory that tells where a document's values stand, or of its one value, without waiting for it.</summary>
    public void FetchBounds(int document)
    {
        if (_offsets.Length == 0)
        {
            _numbers.Fetch(document);
        }
        else
        {
            _offsets.Fetch(document);
        }
    }

    /// <summary>Sends for the memory of a document's values where they stand apart, without waiting for it.</summary>
    public void Fetch(int document)
    {
        if (_offsets.Length > 0)
        {
            _numbers.Fetch(_offsets[document]);
        }
    }

    /// <summary>Adds one to the count of each of a document's values.</summary>
    public void Count(int document, int[] counts)
    {
        var (from, to) = Bounds(document);
        for (var i = from; i < to; i++)
        {
            counts[_numbers[i]]++;
        }
    }

    /// <summary>From the rows' values.</summary>
    public static KeywordColumn Of(IReadOnlyList<DocumentRow> rows, Func<DocumentRow, string[]> valuesOf)
    {
        string[] values = [.. rows.SelectMany(valuesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numberOf = values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var (offsets, numbers) = (new int[rows.Count + 1], new List<int>(rows.Count));
        for (var document = 0; document < rows.Count; document++)
        {
            numbers.AddRange(valuesOf(rows[document]).Distinct(StringComparer.Ordinal).Select(value => numberOf[value]));
            offsets[document + 1] = numbers.Count;
        }

        var single = Array.TrueForAll([.. offsets.Index()], each => each.Item == each.Index);
        return new KeywordColumn(values, Block<int>.Of(single ? [] : offsets), PackedNumbers.Of([.. numbers], values.Length));
    }

    public void Write(SectionWriter writer)
    {
        writer.Strings(Values);
        writer.Block(_offsets);
        _numbers.Write(writer);
    }

    public static KeywordColumn Read(SectionReader reader) => new(reader.Strings(), reader.Block<int>(), PackedNumbers.Read(reader));

    private int Find(string value) => Array.BinarySearch(Values, value, StringComparer.Ordinal);

    private (int From, int To) Bounds(int document) => _offsets.Length == 0 ? (document, document + 1) : (_offsets[document], _offsets[document + 1]);

    private DocumentRun[][] ReadRuns()
    {
        var documents = new List<int>[Values.Length];
        for (var document = 0; document < Documents; document++)
        {
            var (from, to) = Bounds(document);
            for (var i = from; i < to; i++)
            {
                (documents[_numbers[i]] ??= []).Add(document);
            }
        }

        return Array.ConvertAll(documents, each => DocumentRun.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(each)));
    }
}
