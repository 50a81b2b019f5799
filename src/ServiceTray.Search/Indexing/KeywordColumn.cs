using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>The exact values of one field: the distinct ones in order, and each document's as numbers of them.</summary>
internal sealed class KeywordColumn(string[] values, Lists<int> byDocument)
{
    private readonly Lazy<Lists<int>> _documentsByValue = new(() => Inverted(values.Length, byDocument));

    /// <summary>The distinct values, in ordinal order.</summary>
    public string[] Values => values;

    /// <summary>A document's values as numbers of <see cref="Values"/>.</summary>
    public ReadOnlySpan<int> this[int document] => byDocument[document];

    /// <summary>The documents that have a value, in order.</summary>
    public ReadOnlySpan<int> Documents(int value) => _documentsByValue.Value[value];

    /// <summary>The number of a value, or −1.</summary>
    public int Find(string value)
    {
        var found = Array.BinarySearch(values, value, StringComparer.Ordinal);
        return found < 0 ? -1 : found;
    }

    /// <summary>By number of value, whether it is one of these.</summary>
    public bool[] Wanted(IReadOnlyList<string> anyOf)
    {
        var wanted = new bool[values.Length];
        foreach (var value in anyOf)
        {
            var number = Find(value);
            if (number >= 0)
            {
                wanted[number] = true;
            }
        }

        return wanted;
    }

    /// <summary>Whether any of a document's values is wanted.</summary>
    public static bool Any(ReadOnlySpan<int> values, bool[] wanted)
    {
        foreach (var value in values)
        {
            if (wanted[value])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From the rows' values.</summary>
    public static KeywordColumn Of(IReadOnlyList<DocumentRow> rows, Func<DocumentRow, string[]> valuesOf)
    {
        string[] values = [.. rows.SelectMany(valuesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return new KeywordColumn(values, Lists<int>.Of(rows, row => [.. valuesOf(row).Distinct(StringComparer.Ordinal).Select(value => numbers[value])]));
    }

    public void Write(SectionWriter writer)
    {
        writer.Strings(values);
        byDocument.Write(writer);
    }

    public static KeywordColumn Read(SectionReader reader) => new(reader.Strings(), Lists<int>.Read(reader));

    private static Lists<int> Inverted(int valueCount, Lists<int> byDocument)
    {
        var offsets = new int[valueCount + 1];
        foreach (var value in byDocument.Values)
        {
            offsets[value + 1]++;
        }

        for (var i = 0; i < valueCount; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        var next = offsets.ToArray();
        var documents = new int[byDocument.Values.Length];
        for (var document = 0; document < byDocument.Count; document++)
        {
            foreach (var value in byDocument[document])
            {
                documents[next[value]++] = document;
            }
        }

        return new Lists<int>(offsets, documents);
    }
}
