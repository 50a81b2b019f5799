using System.Collections.Concurrent;
using System.Security.Cryptography;
using ServiceTray.Search.Analysis;
using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Storage;

namespace ServiceTray.Search;

/// <summary>An index: readers search an unchanging snapshot, writers put a new one in its place. Safe for any number of threads.</summary>
public sealed class SearchIndex
{
    private const int ShortestCursorKey = 16;
    private const int MostMergedAtOnce = 4_096;

    private readonly SearchOptions _options;
    private readonly Analyzer _analyzer;
    private readonly TextPlanner _planner;
    private readonly CursorCodec _cursors;
    private readonly Generations _generations;
    private readonly SegmentMerger _merger;
    private readonly BackgroundMerger _background;
    private readonly ConcurrentBag<Scratch> _scratches = [];
    private Scratch? _spare;

    // Stands in its cursors, so that those of an earlier index with the same key are not taken for its own generations.
    private readonly long _start = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    /// <summary>An empty index.</summary>
    /// <param name="schema">Its fields.</param>
    /// <param name="options">How it works; null: the defaults.</param>
    /// <exception cref="InvalidOperationException">Voikko was demanded and is not there.</exception>
    /// <exception cref="ArgumentException">The cursor key is too short.</exception>
    public SearchIndex(IndexSchema schema, SearchOptions? options = null)
    {
        Schema = schema;
        _options = options ?? new SearchOptions();
        var key = _options.CursorKey?.ToArray() ?? RandomNumberGenerator.GetBytes(32);
        if (key.Length < ShortestCursorKey)
        {
            throw new ArgumentException($"The cursor key has fewer than {ShortestCursorKey} bytes.", nameof(options));
        }

        var finnish = FinnishMorphologies.Choose(_options.FinnishChain, _options.VoikkoDictionaryPath, out var reason);
        (FinnishChain, FinnishChainReason) = (finnish.Name, reason);
        _analyzer = new Analyzer(finnish);
        _planner = new TextPlanner(_analyzer, _options.Ranking, _options.Limits);
        _cursors = new CursorCodec(key);
        _generations = new Generations(_options.Time, _options.GenerationLife);
        _merger = new SegmentMerger(schema);
        _background = new BackgroundMerger(_merger, _generations);
        Fingerprint = string.Join('\n', _analyzer.Fingerprint, new Collation().Version, schema.Fingerprint);
    }

    /// <summary>The fields.</summary>
    public IndexSchema Schema { get; }

    /// <summary>The sequence number of the last change it holds.</summary>
    public long Sequence => _generations.Current.Sequence;

    /// <summary>How many documents it holds.</summary>
    public int Count => _generations.Current.Count;

    /// <summary>Name of the Finnish chain in use: <c>voikko</c> or <c>managed</c>.</summary>
    public string FinnishChain { get; }

    /// <summary>Why the chain is not Voikko though it was wished for; null when it is, or was not.</summary>
    public string? FinnishChainReason { get; }

    /// <summary>Names the fields and the analysis; a saved snapshot of another fingerprint is not loaded.</summary>
    public string Fingerprint { get; }

    /// <summary>The keys it holds, for comparing with the database.</summary>
    public IReadOnlyCollection<Guid> Keys => [.. _generations.Current.Keys()];

    /// <summary>Done when no segments are being merged behind; for tests and measurements.</summary>
    internal Task Settled => _background.Current;

    /// <summary>Puts these documents in the place of all it holds; readers see all of it or nothing.</summary>
    /// <param name="documents">The documents; of two with one key the later counts.</param>
    /// <param name="sequence">The last change they hold.</param>
    /// <exception cref="ArgumentException">A document does not fit the schema; nothing is changed.</exception>
    public void Replace(IEnumerable<IndexDocument> documents, long sequence)
    {
        var built = Build(documents);
        _generations.Advance(before => new Snapshot(before.Generation + 1, sequence, built is null ? [] : [built]));
    }

    /// <summary>Adds or renews documents and removes keys, seen at once.</summary>
    /// <param name="changed">Documents to add, or to put in the place of those of the same key.</param>
    /// <param name="removed">Keys to remove; those not held are passed over.</param>
    /// <param name="sequence">The last change it holds from now on.</param>
    /// <exception cref="ArgumentException">A document does not fit the schema; nothing is changed.</exception>
    /// <remarks>Large segments are merged behind; should that fail, the next call that would merge them again throws why, and all is as it was.</remarks>
    public void Apply(IReadOnlyList<IndexDocument> changed, IReadOnlyList<Guid> removed, long sequence)
    {
        var added = Build(changed);
        var gone = removed.Concat(changed.Select(document => document.Key)).ToHashSet();
        _generations.Advance(before =>
        {
            var segments = before.Segments.Select(live => live.Without(gone)).Where(live => live.Count > 0);
            return new Snapshot(before.Generation + 1, sequence, Merged([.. segments, .. added is null ? [] : new[] { added }]));
        });
    }

    /// <summary>Answers a query from the snapshot of the moment, or from that of the page's cursor while it is readable.</summary>
    /// <param name="query">What is asked.</param>
    /// <exception cref="CursorException">The page's cursor cannot be gone on from.</exception>
    /// <exception cref="ArgumentException">A field is not of the schema, nearest is asked without a point, or the page's size is out of range.</exception>
    public SearchPage Search(SearchQuery query)
    {
        var page = Answer(query, out var correction);
        return correction is null || !query.Correct ? page : page with { DidYouMean = Correction(query, correction) };
    }

    /// <summary>Completes the last word of a text with words of the documents, the most used first; each is in at least one document.</summary>
    /// <param name="text">What has been typed so far; it ends within a word.</param>
    /// <param name="language">The language of the words, BCP 47; null: every language.</param>
    /// <param name="first">How many at most.</param>
    public IReadOnlyList<Completion> Complete(string text, string? language, int first = 8) =>
        text.Length > _options.Limits.QueryLength
            ? []
            : new Completer(_generations.Current).Complete(text, Languages.Asked(language), Math.Min(first, _options.Limits.PageSize));

    /// <summary>Finds the words of a text that a query hits, by the readings that search goes by.</summary>
    /// <param name="text">A text of a document, as the caller stores it.</param>
    /// <param name="language">The text's language, BCP 47.</param>
    /// <param name="query">The query; only its words count.</param>
    public HighlightedText Highlight(string text, string language, SearchQuery query) =>
        new Highlighter(_analyzer).Highlight(text, Languages.Of(language), _planner.Plan(query, _generations.Current)?.SoughtWords ?? []);

    /// <summary>Writes the snapshot beside, flushes and renames it into place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="origin">Names what the documents are made from; a snapshot of another origin is not loaded.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path, string origin = "") => SnapshotFile.Save(path, FingerprintOf(origin), _generations.Current);

    /// <summary>Takes a saved snapshot into use; false with a reason when it is missing, damaged, or of another schema, format, analysis or origin.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why it was not loaded; null when it was.</param>
    /// <param name="origin">What the documents must be made from.</param>
    public bool TryLoad(string path, out string? reason, string origin = "")
    {
        var loaded = SnapshotFile.TryLoad(path, FingerprintOf(origin), 0, out reason);
        if (loaded is not null)
        {
            _generations.Advance(before => new Snapshot(before.Generation + 1, loaded.Sequence, loaded.Segments));
        }

        return loaded is not null;
    }

    private string FingerprintOf(string origin) => string.Join('\n', Fingerprint, origin);

    private SearchPage Answer(SearchQuery query, out string? correction)
    {
        QueryCheck.Check(query);
        var (after, before) = (Cursor(query.Page.After), Cursor(query.Page.Before));
        var cursor = after ?? before;
        var snapshot = cursor is null ? _generations.Current : SnapshotOf(cursor);
        var now = cursor is null ? query.Now : new DateTimeOffset(cursor.Now, TimeSpan.Zero);
        if (now != query.Now || query.Numbers.Count > 0 || query.During is not null)
        {
            query = query with { Now = now, Numbers = [.. query.Numbers.Select(number => number.At(now))], During = query.During?.At(now) };
        }

        if (!snapshot.GaveCursors && query.Page.First != 0)
        {
            snapshot.GaveCursors = true;
        }

        var plan = _planner.Plan(query, snapshot);
        var order = new StandingOrder(snapshot, query.Order);
        var cursors = new CursorWriter(_cursors, order, query, plan, _start, snapshot.Generation);
        CheckOwn(after, query.Order, cursors);
        CheckOwn(before, query.Order, cursors);
        var window = PageWindow.Of(query.Page, after?.Place, before?.Place, _options.Limits.PageSize);
        var scratch = Interlocked.Exchange(ref _spare, null) ?? (_scratches.TryTake(out var other) ? other : new Scratch());
        var page = new Searcher(Schema, _options, snapshot, query, plan, new TopHits(order, window, scratch.Best), scratch).Search(cursors, plan?.Truncated == true);
        if (Interlocked.CompareExchange(ref _spare, scratch, null) is not null)
        {
            _scratches.Add(scratch);
        }

        correction = plan?.Correction;
        return page;
    }

    private Completion[] Correction(SearchQuery query, string text)
    {
        var found = Answer(query with { Text = text, Facets = [], Page = new PageRequest(0) }, out _).Total;
        return found > 0 ? [new Completion(text, found)] : [];
    }

    private LiveSegment? Build(IEnumerable<IndexDocument> documents)
    {
        var builder = new SegmentBuilder(Schema, _analyzer);
        foreach (var document in documents)
        {
            builder.Add(document);
        }

        var segment = builder.Build();
        return segment.Count == 0 ? null : new LiveSegment(segment, Tombstones.None);
    }

    // Small segments are merged at once, large ones behind the writer's back.
    private IReadOnlyList<LiveSegment> Merged(IReadOnlyList<LiveSegment> segments)
    {
        while (Merging.Due(_background.Free(segments)) is { Count: > 0 } due)
        {
            if (due.Sum(live => live.Segment.Count) > MostMergedAtOnce)
            {
                _background.Begin(due);
                return segments;
            }

            var merged = _merger.Merge(due, CancellationToken.None);
            segments = [.. segments.Except(due), .. merged.Count == 0 ? [] : new[] { new LiveSegment(merged, Tombstones.None) }];
        }

        return segments;
    }

    private Cursor? Cursor(string? text) => text is null ? null : _cursors.Read(text) ?? throw new CursorException(expired: false);

    private Snapshot SnapshotOf(Cursor cursor)
    {
        if (cursor.Start == _start && _generations.Find(cursor.Generation) is { } snapshot)
        {
            return snapshot;
        }

        return cursor.Order == SearchOrder.Best ? throw new CursorException(expired: true) : _generations.Current;
    }

    private static void CheckOwn(Cursor? cursor, SearchOrder order, CursorWriter own)
    {
        if (cursor is not null && (cursor.Order != order || cursor.Filter != own.Filter))
        {
            throw new CursorException(expired: false);
        }
    }
}
