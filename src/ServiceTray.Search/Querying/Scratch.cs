using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Arrays that one search at a time works in; between searches all numbers are 0. Documents are told by their place in the runs at hand, so that little memory is touched.</summary>
internal sealed class Scratch
{
    /// <summary>By language and packed length, what a length adds to a frequency before a score is taken from it; what the search before left stands in it.</summary>
    public float[][] Damping { get; } = [.. Languages.All.Select(_ => new float[PackedLength.Count])];

    /// <summary>By word, clause, term and run, which postings are read.</summary>
    public List<PostingRange> Postings { get; } = [];

    /// <summary>Text score by place.</summary>
    public float[] Total { get; private set; } = [];

    /// <summary>Best score of the word at hand.</summary>
    public float[] Word { get; private set; } = [];

    /// <summary>Sums of the clause at hand.</summary>
    public GramSum[] Sums { get; private set; } = [];

    /// <summary>Places with a total.</summary>
    public DocumentList Found { get; } = new();

    /// <summary>Places that the word at hand hits.</summary>
    public DocumentList WordFound { get; } = new();

    /// <summary>Places that the clause at hand hits.</summary>
    public DocumentList SumFound { get; } = new();

    /// <summary>The best hits so far.</summary>
    public List<Standing> Best { get; } = [];

    /// <summary>Hits that may come among the best, with their text scores.</summary>
    public List<(int Document, float Text)> Hopeful { get; } = [];

    /// <summary>Documents that are looked at together.</summary>
    public HitBatch Batch { get; } = new();

    /// <summary>Makes room for so many places.</summary>
    public void Fit(int places)
    {
        if (Total.Length < places)
        {
            (Total, Word, Sums) = (new float[places], new float[places], new GramSum[places]);
        }

        Found.Fit(places);
        WordFound.Fit(places);
        SumFound.Fit(places);
    }

    /// <summary>Sets what was found back to nothing.</summary>
    public void Clear()
    {
        foreach (var place in Found.Span)
        {
            Total[place] = 0;
        }

        Found.Clear();
    }
}
