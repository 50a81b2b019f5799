namespace ServiceTray.Benchmarks.Search;

/// <summary>A search engine that holds the made-up offerings and answers questions: two words, any of them and all by turns, within 20 km, the best twenty, the total, and counts by theme and municipality.</summary>
internal interface IPeer : IDisposable
{
    string Name { get; }

    /// <summary>How many questions one round asks of it; a slow one is asked fewer.</summary>
    int Questions { get; }

    /// <summary>Answers each question once, on one thread; gives the microseconds of one, on average, and how many offerings all found together.</summary>
    Task<Answers> AskAsync(IReadOnlyList<MadeQuestion> questions);
}

/// <summary>What a round of questions gave.</summary>
internal sealed record Answers(double Microseconds, long Found);
