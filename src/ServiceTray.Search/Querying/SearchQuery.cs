using ServiceTray.Search.Geography;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>All that one may ask of an index; every filter must be met.</summary>
public sealed record SearchQuery
{
    /// <summary>Words, any of which may hit unless <see cref="AllWords"/> are demanded; null or blank: all documents.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// Whether a document must have each of the words, by any of the ways that a word hits. Words that say nothing by themselves are not
    /// demanded, nor are <see cref="Expansions"/>. Default: any word is enough.
    /// </summary>
    public bool AllWords { get; init; }

    /// <summary>The language of the words, BCP 47; null: every language is tried.</summary>
    public string? Language { get; init; }

    /// <summary>The same meaning in other words: sought beside the words asked, never in their place; without words asked they are not read.</summary>
    public IReadOnlyList<Expansion> Expansions { get; init; } = [];

    /// <summary>What makes a hit better in <see cref="SearchOrder.Best"/>, without keeping any out.</summary>
    public IReadOnlyList<KeywordBoost> Boosts { get; init; } = [];

    /// <summary>
    /// The number field that tells, in seconds since 1970 UTC, until when a document holds; from then on it sinks in
    /// <see cref="SearchOrder.Best"/>. What does not tell never sinks; null: nothing does.
    /// </summary>
    public string? DueField { get; init; }

    /// <summary>Keyword filters.</summary>
    public IReadOnlyList<KeywordFilter> Keywords { get; init; } = [];

    /// <summary>Number filters.</summary>
    public IReadOnlyList<NumberFilter> Numbers { get; init; } = [];

    /// <summary>In reach of a point.</summary>
    public Reach? Near { get; init; }

    /// <summary>With a point inside a box.</summary>
    public GeoBox? Within { get; init; }

    /// <summary>With a point inside a polygon.</summary>
    public GeoPolygon? Inside { get; init; }

    /// <summary>With a time in these ranges.</summary>
    public TimeFilter? During { get; init; }

    /// <summary>The order of the hits; each ends in the key.</summary>
    public SearchOrder Order { get; init; } = SearchOrder.Best;

    /// <summary>Which page.</summary>
    public PageRequest Page { get; init; } = new(20);

    /// <summary>What to count.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>Whether <see cref="SearchPage.DidYouMean"/> is wished for, which costs a second search when a word is misspelt. Default: no.</summary>
    public bool Correct { get; init; }

    /// <summary>The moment that "soon" is measured from.</summary>
    public DateTimeOffset Now { get; init; }
}

/// <summary>Words that mean what a query's words mean.</summary>
/// <param name="Text">A word, or several that hit only where all of them stand.</param>
/// <param name="Language">Their language, BCP 47, whatever the query's language is.</param>
/// <param name="Weight">What a hit of them weighs; 1 is as much as a word asked.</param>
public sealed record Expansion(string Text, string Language, float Weight);

/// <summary>Documents with a value score higher.</summary>
/// <param name="Field">The keyword field.</param>
/// <param name="AnyOf">Values.</param>
/// <param name="Gain">What is added to the factor 1: 0 or more.</param>
public sealed record KeywordBoost(string Field, IReadOnlyList<string> AnyOf, double Gain);

/// <summary>The value of a keyword field is one of these.</summary>
/// <param name="Field">The keyword field.</param>
/// <param name="AnyOf">Values; empty finds nothing.</param>
public sealed record KeywordFilter(string Field, IReadOnlyList<string> AnyOf);

/// <summary>The value of a number field lies in this range, ends included; a document without it passes only when told so.</summary>
/// <param name="Field">The number field.</param>
/// <param name="Minimum">Least value; null: none.</param>
/// <param name="Maximum">Greatest value; null: none.</param>
/// <param name="MissingPasses">True: a document that does not tell the number passes.</param>
public sealed record NumberFilter(string Field, double? Minimum, double? Maximum, bool MissingPasses = false)
{
    /// <summary>True: the least value is the query's <see cref="SearchQuery.Now"/> in seconds since 1970 UTC, the same through all pages of one walk.</summary>
    public bool FromNow { get; init; }

    /// <summary>The filter with its least value filled in.</summary>
    internal NumberFilter At(DateTimeOffset now) => FromNow ? this with { Minimum = now.ToUnixTimeSeconds() } : this;
}

/// <summary>A time of the document overlaps one of these ranges, or its keywords say so.</summary>
/// <param name="AnyOf">Ranges; empty: no time meets it.</param>
/// <param name="Or">Lets a document in by what it tells instead of times, as hours of the week; null: nothing does.</param>
public sealed record TimeFilter(IReadOnlyList<TimeRange> AnyOf, KeywordFilter? Or = null)
{
    /// <summary>True: what is before the query's <see cref="SearchQuery.Now"/> does not count, the same through all pages of one walk.</summary>
    public bool FromNow { get; init; }

    /// <summary>The filter without what is past, when that does not count.</summary>
    internal TimeFilter At(DateTimeOffset now) => !FromNow ? this : this with
    {
        AnyOf = [.. AnyOf.Where(range => range.End > now).Select(range => range.Start < now ? range with { Start = now } : range)],
    };
}

/// <summary>In reach of a point: a point of the document within the radius, or its coverage holds one of the codes.</summary>
/// <param name="Point">The point.</param>
/// <param name="RadiusMetres">Metres, more than 0.</param>
/// <param name="CoverageCodes">Region codes that cover the point.</param>
public sealed record Reach(GeoPoint Point, double RadiusMetres, IReadOnlyList<string> CoverageCodes);

/// <summary>The order of hits.</summary>
public enum SearchOrder
{
    /// <summary>By score.</summary>
    Best,

    /// <summary>By distance from the point asked; documents without a point last.</summary>
    Nearest,

    /// <summary>By the next time; documents without times last.</summary>
    Soonest,

    /// <summary>By sort name, in Finnish order.</summary>
    Name,

    /// <summary>By last change, newest first.</summary>
    Newest,
}

/// <summary>A page: the first so many after a cursor, or the last so many before one.</summary>
/// <param name="First">How many from the start, 0 or more.</param>
/// <param name="After">A cursor that an earlier page gave.</param>
/// <param name="Last">How many from the end, 0 or more; null: forward paging.</param>
/// <param name="Before">A cursor that an earlier page gave.</param>
public sealed record PageRequest(int? First, string? After = null, int? Last = null, string? Before = null);

/// <summary>Values of a keyword field to be counted as if the field's own filter were not set.</summary>
/// <param name="Field">The keyword field.</param>
/// <param name="Top">How many values, the most frequent first, ties by value.</param>
public sealed record FacetRequest(string Field, int Top = 100);
