namespace ServiceTray.Search.Querying;

/// <summary>Documents of a segment one after another.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct DocumentRun(int Start, int End)
{
    /// <summary>Where the run's documents stand in a list of documents in order: the first, and one past the last.</summary>
    public (int From, int To) Among(ReadOnlySpan<int> documents)
    {
        var from = FirstFrom(documents, Start);
        return (from, from + FirstFrom(documents[from..], End));
    }

    // Leaps that double find what is near sooner than halving the whole list would.
    private static int FirstFrom(ReadOnlySpan<int> documents, int document)
    {
        var high = 1;
        while (high <= documents.Length && documents[high - 1] < document)
        {
            high <<= 1;
        }

        var low = high >> 1;
        high = Math.Min(high, documents.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (documents[middle] < document)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
