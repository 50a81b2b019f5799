using ServiceTray.Search.Indexing;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Querying;

/// <summary>The keyword, number and time filters of a query over one segment.</summary>
internal sealed class ValueFilter
{
    /// <summary>What <see cref="FailedField"/> gives for a document that meets all.</summary>
    public const int Meets = -1;

    /// <summary>What <see cref="FailedField"/> gives for a document that fails more than one keyword field, or any other filter.</summary>
    public const int Fails = -2;

    private readonly (int Field, KeywordColumn Column, bool[]? Wanted)[] _keywords;
    private readonly (Block<double> Numbers, NumberFilter Filter)[] _numbers;
    private readonly Lists<TimeSlot> _times;
    private readonly TimeSlot[]? _during;
    private readonly (KeywordColumn Column, bool[]? Wanted)? _orWhen;
    private readonly (KeywordColumn Column, IReadOnlyList<string> AnyOf)[] _uncounted;

    public ValueFilter(SearchQuery query, IndexSchema schema, Segment segment)
    {
        _keywords = query.Keywords.Count == 0 ? [] : [.. query.Keywords.Select(filter =>
        {
            var field = schema.KeywordField(filter.Field);
            return (field, segment.Keywords[field], segment.Keywords[field].Wanted(filter.AnyOf));
        })];
        _uncounted = query.Keywords.Count == 0 ? [] :
        [
            .. query.Keywords.Where(filter => query.Facets.All(facet => facet.Field != filter.Field))
                .Select(filter => (segment.Keywords[schema.KeywordField(filter.Field)], filter.AnyOf)),
        ];
        _numbers = query.Numbers.Count == 0 ? [] : [.. query.Numbers.Select(filter => (segment.Numbers[schema.NumberField(filter.Field)], filter))];
        _times = segment.Times;
        _during = query.During is { } during ? TimeSlot.Joined(during.AnyOf.Select(range => new TimeSlot(range.Start.UtcTicks, range.End.UtcTicks))) : null;
        _orWhen = query.During?.Or is { } or && segment.Keywords[schema.KeywordField(or.Field)] is var when ? (when, when.Wanted(or.AnyOf)) : null;
    }

    /// <summary>Of these runs, or those of the values of one keyword filter, the ones that hold the fewest documents; what a filter leaves out may still count in the facet of its own field.</summary>
    public DocumentRun[] Narrowest(DocumentRun[] runs)
    {
        foreach (var (column, anyOf) in _uncounted)
        {
            var holding = DocumentRun.Joined([.. anyOf.SelectMany(column.Runs)]);
            runs = DocumentRun.Total(holding) < DocumentRun.Total(runs) ? holding : runs;
        }

        return runs;
    }

    /// <summary>Sends for the documents' values and numbers.</summary>
    public void Fetch(ReadOnlySpan<int> documents)
    {
        foreach (var (_, column, _) in _keywords)
        {
            column.Fetch(documents);
        }

        foreach (var (numbers, _) in _numbers)
        {
            numbers.Fetch(documents);
        }
    }

    /// <summary>The one keyword field whose filters a document fails, <see cref="Meets"/>, or <see cref="Fails"/>.</summary>
    public int FailedField(int document)
    {
        var failed = Meets;
        foreach (var (field, column, wanted) in _keywords)
        {
            if (field != failed && !column.Any(document, wanted))
            {
                if (failed != Meets)
                {
                    return Fails;
                }

                failed = field;
            }
        }

        return MeetsNumbers(document) && MeetsTime(document) ? failed : Fails;
    }

    private bool MeetsNumbers(int document)
    {
        foreach (var (numbers, filter) in _numbers)
        {
            var number = numbers[document];
            var meets = double.IsNaN(number)
                ? filter.MissingPasses
                : !(number < filter.Minimum) && !(number > filter.Maximum);
            if (!meets)
            {
                return false;
            }
        }

        return true;
    }

    private bool MeetsTime(int document)
    {
        if (_during is not { } during)
        {
            return true;
        }

        foreach (var time in _times[document])
        {
            if (time.OverlapsAny(during))
            {
                return true;
            }
        }

        return _orWhen is { } or && or.Column.Any(document, or.Wanted);
    }
}
