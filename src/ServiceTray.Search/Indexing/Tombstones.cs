namespace ServiceTray.Search.Indexing;

/// <summary>The removed documents of a segment. Never changes; a new one shares all but the pages that differ.</summary>
internal sealed class Tombstones
{
    private const int PageBits = 4096;

    private readonly ulong[]?[] _pages;

    private Tombstones(ulong[]?[] pages, int count) => (_pages, Count) = (pages, count);

    /// <summary>How many are removed.</summary>
    public int Count { get; }

    /// <summary>None removed.</summary>
    public static Tombstones None { get; } = new([], 0);

    /// <summary>Whether a document is removed.</summary>
    public bool Contains(int document)
    {
        var page = document / PageBits;
        return page < _pages.Length && _pages[page] is { } bits && (bits[(document % PageBits) >> 6] & (1ul << document)) != 0;
    }

    /// <summary>With these removed too.</summary>
    public Tombstones With(IEnumerable<int> documents)
    {
        var pages = _pages;
        var fresh = new HashSet<int>();
        var count = Count;
        foreach (var document in documents)
        {
            var page = document / PageBits;
            if (ReferenceEquals(pages, _pages) || page >= pages.Length)
            {
                Array.Resize(ref pages, Math.Max(pages.Length, page + 1));
                pages = ReferenceEquals(pages, _pages) ? [.. pages] : pages;
            }

            if (fresh.Add(page))
            {
                pages[page] = pages[page] is { } shared ? [.. shared] : new ulong[PageBits / 64];
            }

            ref var word = ref pages[page]![(document % PageBits) >> 6];
            count += (word & (1ul << document)) == 0 ? 1 : 0;
            word |= 1ul << document;
        }

        return new Tombstones(pages, count);
    }

    /// <summary>The removed documents, in order, of a segment of so many.</summary>
    public IEnumerable<int> All(int documentCount) => Enumerable.Range(0, documentCount).Where(Contains);
}
