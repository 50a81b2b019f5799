namespace ServiceTray.Search.Indexing;

/// <summary>Documents of a segment one after another.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct DocumentRun(int Start, int End)
{
    // Jumping costs more than reading over so few documents.
    private const int Gap = 256;

    // Where a list is even, a guess is off by the root of its length.
    private const int FirstLeap = 32;

    // So few are looked through many at a time; to halve them further costs more, since no half can be foretold.
    private const int FewEnough = 64;

    /// <summary>How many.</summary>
    public int Length => End - Start;

    /// <summary>Where the run's documents stand in a list of documents in order: the first, and one past the last.</summary>
    /// <param name="documents">The list.</param>
    /// <param name="all">How many documents the segment has.</param>
    public (int From, int To) Among(ReadOnlySpan<int> documents, int all)
    {
        if (Start == 0 && End == all)
        {
            return (0, documents.Length);
        }

        var from = FirstFrom(documents, Start, Guess(documents.Length, all));
        var past = documents[from..].IndexOfAnyInRange(End, int.MaxValue);
        return (from, past < 0 ? documents.Length : from + past);
    }

    /// <summary>Where the run's first document stands in a list of so many of all documents, if the list is even.</summary>
    public int Guess(int length, int all) => (int)((long)length * Start / all);

    /// <summary>In order, with those made one that overlap or have little between them.</summary>
    public static DocumentRun[] Joined(List<DocumentRun> runs)
    {
        runs.Sort((a, b) => a.Start.CompareTo(b.Start));
        var joined = new List<DocumentRun>(runs.Count);
        foreach (var run in runs)
        {
            if (joined.Count > 0 && run.Start - joined[^1].End <= Gap)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, run.End) };
            }
            else
            {
                joined.Add(run);
            }
        }

        return [.. joined];
    }

    /// <summary>How many documents all of them hold.</summary>
    public static int Total(DocumentRun[] runs)
    {
        var total = 0;
        foreach (var run in runs)
        {
            total += run.Length;
        }

        return total;
    }

    /// <summary>The runs that documents in order make, each perhaps with others between.</summary>
    public static DocumentRun[] Of(ReadOnlySpan<int> documents)
    {
        var runs = new List<DocumentRun>();
        foreach (var document in documents)
        {
            runs.Add(new DocumentRun(document, document + 1));
        }

        return Joined(runs);
    }

    // From a guess by leaps that double, then by halving: what is near the guess is found in memory that was just read.
    private static int FirstFrom(ReadOnlySpan<int> documents, int document, int guess)
    {
        var (low, high, leap) = (guess, guess, FirstLeap);
        while (low > 0 && documents[low - 1] >= document)
        {
            (low, high, leap) = (Math.Max(0, low - leap), low - 1, leap * 2);
        }

        while (high < documents.Length && documents[high] < document)
        {
            (low, high, leap) = (high + 1, Math.Min(documents.Length, high + leap), leap * 2);
        }

        while (high - low > FewEnough)
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

        var first = documents[low..high].IndexOfAnyInRange(document, int.MaxValue);
        return first < 0 ? high : low + first;
    }
}
