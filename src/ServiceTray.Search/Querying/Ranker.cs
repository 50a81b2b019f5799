using System.Buffers.Binary;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search.Querying;

/// <summary>Gives documents of one segment their parts of the score and their value in the order.</summary>
internal sealed class Ranker
{
    private readonly SearchQuery _query;
    private readonly RankingOptions _options;
    private readonly Segment _segment;
    private readonly Whereabouts _whereabouts;
    private readonly long _now;
    private readonly long _from;
    private readonly double _most;
    private readonly (KeywordColumn Column, bool[]? Wanted, double Gain)[] _boosts;
    private readonly Block<double>? _due;
    private readonly bool _timed;

    public Ranker(SearchQuery query, RankingOptions options, IndexSchema schema, Segment segment, Whereabouts whereabouts)
    {
        (_query, _options, _segment, _whereabouts) = (query, options, segment, whereabouts);
        _now = query.Now.UtcTicks;
        _boosts = query.Boosts.Count == 0 ? [] : [.. query.Boosts.Select(boost => (Column: segment.Keywords[schema.KeywordField(boost.Field)], boost)).Select(each => (each.Column, each.Column.Wanted(each.boost.AnyOf), each.boost.Gain))];
        _due = query.DueField is { } due && _now != 0 ? segment.Numbers[schema.NumberField(due)] : null;
        // A hair above the product's greatest value, so that rounding cannot make it too small.
        _timed = _now != 0 && segment.Times.ValueCount > 0;
        var soon = !_timed ? 1 : Math.Max(1 + options.SoonWeight, Math.Max(1, options.PastFactor));
        _most = soon * _boosts.Aggregate(1.0, (all, boost) => all * (1 + boost.Gain)) * (1 + 1e-12);
        _from = Math.Max(_now, query.During is { AnyOf.Count: > 0 } during ? during.AnyOf.Min(range => range.Start).UtcTicks : 0);
    }

    /// <summary>Sends for what is read of a document to score it.</summary>
    public void Fetch(int document)
    {
        _segment.UpdatedAt.Fetch(document);
        _due?.Fetch(document);
        if (_timed)
        {
            _segment.Times.FetchBounds(document);
        }

        if (_query.Near is not null)
        {
            _segment.Points.FetchBounds(document);
        }
    }

    /// <summary>The value that an order other than by score sorts by, less being better.</summary>
    public long Primary(int document) => _query.Order switch
    {
        SearchOrder.Nearest => BitConverter.DoubleToInt64Bits(Metres(document) ?? double.PositiveInfinity),
        SearchOrder.Soonest => NextStart(document) ?? long.MaxValue,
        SearchOrder.Newest => -_segment.UpdatedAt[document],
        _ => FirstOfName(_segment.Names[document]),
    };

    /// <summary>The value that order by score sorts by.</summary>
    public long Primary(int document, float text) => Order(Score(document, text));

    /// <summary>The best value in order by score that any document with this text score can have.</summary>
    public long BestPrimary(float text) => Order(text * _most);

    /// <summary>The best value in order by score that a document with this text score can have where it is, which is told by its rough squared chord.</summary>
    public long BestPrimary(int document, float text, double rough) =>
        _query.Near is null ? BestPrimary(text) : Order(text * Distance(document, Whereabouts.LeastMetres(rough)) * _most);

    /// <summary>The product of all parts of a hit.</summary>
    public double Score(in Standing hit) =>
        _query.Order == SearchOrder.Best ? BitConverter.Int64BitsToDouble(long.MaxValue - hit.Primary) : Score(hit.Document, hit.Text);

    /// <summary>The parts by name, each with what it adds to those before it; what neither query nor document tells is left out, all but the text.</summary>
    public ScorePart[] Parts(int document, float text)
    {
        var parts = new List<ScorePart> { new("text", text) };
        var score = (double)text;
        Add("meaning", Boost(document));
        Add("distance", Distance(document));
        Add("soon", Soon(document));
        Add("freshness", Freshness(document));
        Add("overdue", Overdue(document));
        return [.. parts];

        void Add(string name, double factor)
        {
            if (factor != 1)
            {
                parts.Add(new ScorePart(name, (score * factor) - score));
                score *= factor;
            }
        }
    }

    /// <summary>Metres from the point asked to the document's nearest point.</summary>
    public double? Metres(int document)
    {
        if (_query.Near is null)
        {
            return null;
        }

        var chord = _whereabouts.SquaredChord(document);
        return double.IsPositiveInfinity(chord) ? null : Geography.Globe.Metres(chord);
    }

    private static long Order(double score) => long.MaxValue - BitConverter.DoubleToInt64Bits(score);

    private double Score(int document, float text) => text * Boost(document) * Distance(document) * Soon(document) * Freshness(document) * Overdue(document);

    private double Boost(int document)
    {
        var factor = 1.0;
        foreach (var (column, wanted, gain) in _boosts)
        {
            factor *= column.Any(document, wanted) ? 1 + gain : 1;
        }

        return factor;
    }

    // The part for distance; 1 where none is asked.
    private double Distance(int document) => _query.Near is null ? 1 : Distance(document, Metres(document) ?? double.PositiveInfinity);

    private double Distance(int document, double metres)
    {
        if (_whereabouts.Covers(document))
        {
            metres = Math.Min(metres, _options.CoverageDistance);
        }

        return 1 - (_options.DistanceWeight * metres.Share(_options.DistanceHalf));
    }

    private double Soon(int document)
    {
        if (!_timed || _segment.Times[document].IsEmpty)
        {
            return 1;
        }

        return NextStart(document) is { } next
            ? 1 + (_options.SoonWeight * (1 - ((double)(next - _now)).Share(_options.SoonHalf.Ticks)))
            : _options.PastFactor;
    }

    private double Freshness(int document)
    {
        var updated = _segment.UpdatedAt[document];
        return _now == 0 || updated == 0
            ? 1
            : 1 - (_options.FreshnessWeight * Math.Max(0, (double)(_now - updated)).Share(_options.FreshnessHalf.Ticks));
    }

    // What does not tell when it is due compares as not overdue.
    private double Overdue(int document)
    {
        if (_due is not { } due || !(_query.Now.ToUnixTimeSeconds() - due[document] is >= 0 and var seconds))
        {
            return 1;
        }

        return 1 - _options.OverdueAtOnce - ((_options.OverdueAtMost - _options.OverdueAtOnce) * seconds.Share(_options.OverdueHalf.TotalSeconds));
    }

    // What goes on at the moment asked counts as starting then.
    private long? NextStart(int document)
    {
        foreach (var time in _segment.Times[document])
        {
            if (time.End > _from || time.Start >= _from)
            {
                return Math.Max(time.Start, _from);
            }
        }

        return null;
    }

    private static long FirstOfName(ReadOnlySpan<byte> name)
    {
        Span<byte> first = stackalloc byte[8];
        name[..Math.Min(8, name.Length)].CopyTo(first);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(first) ^ (1ul << 63));
    }
}
