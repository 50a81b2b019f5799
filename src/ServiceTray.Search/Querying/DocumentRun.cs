namespace ServiceTray.Search.Querying;

/// <summary>Documents of a segment one after another.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct DocumentRun(int Start, int End)
{
    /// <summary>Where the run begins in a list of documents in order.</summary>
    public int FirstIn(ReadOnlySpan<int> documents)
    {
        if (Start == 0)
        {
            return 0;
        }

        var found = documents.BinarySearch(Start);
        return found < 0 ? ~found : found;
    }
}
