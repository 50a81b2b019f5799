using System.Text;
using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Indexing;

/// <summary>Collects documents and their words, then numbers the documents along the curve and makes a segment.</summary>
internal sealed class SegmentBuilder(IndexSchema schema, Analyzer analyzer)
{
    private readonly RowReader _rowReader = new(schema);
    private readonly Dictionary<string, float> _weights = schema.TextFields.ToDictionary(field => field.Name, field => field.Weight, StringComparer.Ordinal);
    private readonly List<DocumentRow> _rows = [];
    private readonly TermCounter _counter = new(analyzer);
    private readonly List<Word> _words = [];
    private readonly Dictionary<Guid, int> _latest = [];

    /// <summary>Adds a document; it takes the place of an earlier one of its key.</summary>
    /// <exception cref="ArgumentException">It does not fit the schema.</exception>
    public void Add(IndexDocument document)
    {
        var row = _rowReader.Read(document);
        foreach (var text in document.Texts)
        {
            var language = Languages.Of(text.Language);
            var weight = _weights[text.Field];
            _words.Clear();
            WordReader.Read(WordReader.Compose(text.Value), _words);
            row.Lengths[(int)language] += _words.Count * weight;
            foreach (var word in _words)
            {
                _counter.Count(language, word.Text, weight);
            }
        }

        _counter.EndDocument();
        _latest[row.Key] = _rows.Count;
        _rows.Add(row);
    }

    /// <summary>The segment.</summary>
    public Segment Build()
    {
        int[] order = [.. CurveOrder.Of(_rows).Where(each => _latest[_rows[each].Key] == each)];
        var terms = _counter.Terms.Select(Encoding.UTF8.GetBytes).ToArray();
        var termOrder = Enumerable.Range(0, terms.Length).ToArray();
        Array.Sort(terms, termOrder, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        var postings = _counter.Postings(order, termOrder);
        return new Segment([.. order.Select(each => _rows[each])], TermDictionary.Of(terms), postings, schema.KeywordFields.Count, schema.NumberFields.Count);
    }
}
