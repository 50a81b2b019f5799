using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search;

/// <summary>An index: readers search an unchanging snapshot, writers put a new one in its place. Safe for any number of threads.</summary>
public sealed class SearchIndex
{
    /// <summary>An empty index.</summary>
    /// <param name="schema">Its fields.</param>
    public SearchIndex(IndexSchema schema) => Schema = schema;

    /// <summary>The fields.</summary>
    public IndexSchema Schema { get; }

    /// <summary>The sequence number of the last change it holds.</summary>
    public long Sequence { get; private set; }

    /// <summary>How many documents it holds.</summary>
    public int Count => throw new NotSupportedException();

    /// <summary>Name of the Finnish chain in use: <c>voikko</c> or <c>managed</c>.</summary>
    public string FinnishChain => throw new NotSupportedException();

    /// <summary>Puts these documents in the place of all it holds; readers see all of it or nothing.</summary>
    public void Replace(IEnumerable<IndexDocument> documents, long sequence) => throw new NotSupportedException();

    /// <summary>Adds or renews documents and removes keys, seen at once.</summary>
    public void Apply(IReadOnlyList<IndexDocument> changed, IReadOnlyList<Guid> removed, long sequence) => throw new NotSupportedException();

    /// <summary>Answers a query from the snapshot of the moment.</summary>
    /// <exception cref="CursorException">The page's cursor cannot be gone on from.</exception>
    public SearchPage Search(SearchQuery query) => throw new NotSupportedException();

    /// <summary>The keys it holds, for comparing with the database.</summary>
    public IReadOnlyCollection<Guid> Keys => throw new NotSupportedException();

    /// <summary>Writes the snapshot beside, flushes and renames it into place.</summary>
    public void Save(string path) => throw new NotSupportedException();

    /// <summary>Takes a saved snapshot into use; false with a reason when it is missing, damaged, or of another schema, format or analysis.</summary>
    public bool TryLoad(string path, out string? reason) => throw new NotSupportedException();
}
