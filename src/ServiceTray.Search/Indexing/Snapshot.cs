using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Indexing;

/// <summary>All that one search sees: segments with their tombstones, and counts over them. Never changes.</summary>
internal sealed class Snapshot
{
    public Snapshot(long generation, long sequence, IReadOnlyList<LiveSegment> segments)
    {
        (Generation, Sequence, Segments) = (generation, sequence, segments);
        Count = segments.Sum(segment => segment.Count);
        Statistics = [.. Languages.All.Select(language => LanguageStatistics.Of(segments, language))];
    }

    /// <summary>Grows by one with each change.</summary>
    public long Generation { get; }

    /// <summary>The last change it holds.</summary>
    public long Sequence { get; }

    public IReadOnlyList<LiveSegment> Segments { get; }

    /// <summary>Whether a page of it told cursors, so that somebody may come back to it; once set it stays.</summary>
    public bool GaveCursors { get; set; }

    /// <summary>How many documents live.</summary>
    public int Count { get; }

    /// <summary>By language.</summary>
    public IReadOnlyList<LanguageStatistics> Statistics { get; }

    /// <summary>Whether any segment has the term.</summary>
    public bool Has(TermKey term)
    {
        foreach (var live in Segments)
        {
            if (live.Segment.Terms.Find(term) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sends for the memory where terms are looked up first, without waiting for it.</summary>
    public void Fetch(ReadOnlySpan<TermKey> terms)
    {
        foreach (var live in Segments)
        {
            live.Segment.Terms.Fetch(terms);
        }
    }

    /// <summary>How many living documents have the term.</summary>
    public int CountLiving(TermKey term)
    {
        var count = 0;
        foreach (var live in Segments)
        {
            var number = live.Segment.Terms.Find(term);
            if (number >= 0)
            {
                foreach (var document in live.Segment.Postings.Documents(live.Segment.Postings[number]))
                {
                    count += live.Removed.Contains(document) ? 0 : 1;
                }
            }
        }

        return count;
    }

    /// <summary>The keys that live.</summary>
    public IEnumerable<Guid> Keys() => Segments.SelectMany(live => live.Documents().Select(document => live.Segment.Keys[document]));
}
