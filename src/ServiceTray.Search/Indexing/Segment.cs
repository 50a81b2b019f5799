using ServiceTray.Search.Analysis;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Indexing;

/// <summary>A part of the index that never changes: documents numbered along the curve, their words and columns.</summary>
internal sealed class Segment
{
    private readonly Block<int> _keyOrder;
    private readonly SurfaceWords?[] _surfaces = new SurfaceWords?[Languages.Count];

    public Segment(IReadOnlyList<DocumentRow> rows, TermDictionary terms, PostingLists postings, int keywordFields, int numberFields)
    {
        Guid[] keys = [.. rows.Select(row => row.Key)];
        Keys = Block<Guid>.Of(keys);
        _keyOrder = Block<int>.Of(Ordered(keys));
        Terms = terms;
        Postings = postings;
        Lengths = [.. Languages.All.Select(language => Block<byte>.Of([.. rows.Select(row => PackedLength.Pack(row.Lengths[(int)language]))]))];
        Totals = Block<LengthTotal>.Of([.. Lengths.Select(lengths => LengthTotal.Of(lengths.Span))]);
        Keywords = [.. Enumerable.Range(0, keywordFields).Select(field => KeywordColumn.Of(rows, row => row.Keywords[field]))];
        Coverage = KeywordColumn.Of(rows, row => row.Coverage);
        Numbers = [.. Enumerable.Range(0, numberFields).Select(field => Block<double>.Of([.. rows.Select(row => row.Numbers[field])]))];
        Points = PointColumn.Of(rows);
        Times = Lists<TimeSlot>.Of(rows, row => row.Times);
        Names = Lists<byte>.Of(rows, row => row.NameKey);
        UpdatedAt = Block<long>.Of([.. rows.Select(row => row.UpdatedAt)]);
    }

    private Segment(SectionReader reader)
    {
        Keys = reader.Block<Guid>();
        _keyOrder = reader.Block<int>();
        Terms = TermDictionary.Read(reader);
        Postings = PostingLists.Read(reader);
        Lengths = [.. Languages.All.Select(_ => reader.Block<byte>())];
        Totals = reader.Block<LengthTotal>();
        Keywords = reader.Many(KeywordColumn.Read);
        Coverage = KeywordColumn.Read(reader);
        Numbers = reader.Many(section => section.Block<double>());
        Points = PointColumn.Read(reader);
        Times = Lists<TimeSlot>.Read(reader);
        Names = Lists<byte>.Read(reader);
        UpdatedAt = reader.Block<long>();
    }

    /// <summary>How many documents, removed ones too.</summary>
    public int Count => Keys.Length;

    /// <summary>Keys by document.</summary>
    public Block<Guid> Keys { get; }

    public TermDictionary Terms { get; }

    public PostingLists Postings { get; }

    /// <summary>Weighted count of words, packed, by language and document; 0 where it has none.</summary>
    public Block<byte>[] Lengths { get; }

    /// <summary>Documents with words and their weighted words in all, by language.</summary>
    public Block<LengthTotal> Totals { get; }

    /// <summary>Columns by keyword field.</summary>
    public KeywordColumn[] Keywords { get; }

    public KeywordColumn Coverage { get; }

    /// <summary>Numbers by field and document; NaN where not told.</summary>
    public Block<double>[] Numbers { get; }

    public PointColumn Points { get; }

    /// <summary>Times by document, soonest first.</summary>
    public Lists<TimeSlot> Times { get; }

    /// <summary>Collation keys of sort names by document.</summary>
    public Lists<byte> Names { get; }

    /// <summary>UTC ticks of the last change by document.</summary>
    public Block<long> UpdatedAt { get; }

    /// <summary>The document of a key, or −1.</summary>
    public int Find(Guid key)
    {
        var (low, high) = (0, _keyOrder.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Keys[_keyOrder[middle]].CompareTo(key);
            if (order == 0)
            {
                return _keyOrder[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The written words of a language; made when first asked for.</summary>
    public SurfaceWords Surfaces(LanguageCode language) => _surfaces[(int)language] ??= new SurfaceWords(Terms, language);

    public void Write(SectionWriter writer)
    {
        writer.Block(Keys);
        writer.Block(_keyOrder);
        Terms.Write(writer);
        Postings.Write(writer);
        Array.ForEach(Lengths, writer.Block);
        writer.Block(Totals);
        writer.Many(Keywords, column => column.Write(writer));
        Coverage.Write(writer);
        writer.Many(Numbers, writer.Block);
        Points.Write(writer);
        Times.Write(writer);
        Names.Write(writer);
        writer.Block(UpdatedAt);
    }

    public static Segment Read(SectionReader reader) => new(reader);

    private static int[] Ordered(Guid[] keys)
    {
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys.ToArray(), order);
        return order;
    }
}
