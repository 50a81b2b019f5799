namespace ServiceTray.Search.Querying;

/// <summary>Arrays that one search at a time works in; between searches all numbers are 0.</summary>
internal sealed class Scratch
{
    /// <summary>Text score by document of the segment at hand.</summary>
    public float[] Total { get; private set; } = [];

    /// <summary>Best score of the word at hand.</summary>
    public float[] Word { get; private set; } = [];

    /// <summary>Sums of the clause at hand.</summary>
    public GramSum[] Sums { get; private set; } = [];

    /// <summary>Documents with a total.</summary>
    public DocumentList Found { get; } = new();

    /// <summary>Documents that the word at hand hits.</summary>
    public DocumentList WordFound { get; } = new();

    /// <summary>Documents that the clause at hand hits.</summary>
    public DocumentList SumFound { get; } = new();

    /// <summary>Makes room for a segment of so many documents.</summary>
    public void Fit(int documents)
    {
        if (Total.Length < documents)
        {
            (Total, Word, Sums) = (new float[documents], new float[documents], new GramSum[documents]);
        }

        Found.Fit(documents);
        WordFound.Fit(documents);
        SumFound.Fit(documents);
    }

    /// <summary>Sets what was found back to nothing.</summary>
    public void Clear()
    {
        foreach (var document in Found.Span)
        {
            Total[document] = 0;
        }

        Found.Clear();
    }
}
