using System.Globalization;
using ServiceTray.Needs;
using ServiceTray.Offerings;
using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Querying;
using ServiceTray.Search.Tests.Relevance;

namespace ServiceTray.Benchmarks.Relevance;

/// <summary>Judges the search engine with anyone's documents and queries.</summary>
internal static class RelevanceCommand
{
    private const string Usage = "relevance --docs FILE [--docs-language fi|sv-en] --queries FILE [--chain voikko|managed] [--lexicon no] [--gram-share 0.4] [--each]";

    /// <summary>Prints nDCG@10 and recall@10 by kind and in all; gives 0, or 2 when it cannot run.</summary>
    public static int Run(string[] args)
    {
        var (documents, queries) = (Value(args, "--docs"), Value(args, "--queries"));
        var language = Value(args, "--docs-language") ?? "fi";
        FinnishChain? chain = (Value(args, "--chain") ?? "") switch
        {
            "" => FinnishChain.Automatic,
            "voikko" => FinnishChain.Voikko,
            "managed" => FinnishChain.Managed,
            _ => null,
        };
        if (documents is null || queries is null || chain is null || language is not ("fi" or "sv-en"))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        try
        {
            Print(documents, queries, language, chain.Value, Value(args, "--lexicon") != "no", Ranking(Value(args, "--gram-share")), args.Contains("--each"));
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or InvalidDataException or FormatException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }

    private static void Print(string documentFile, string queryFile, string language, FinnishChain chain, bool lexicon, RankingOptions ranking, bool each)
    {
        var run = new RelevanceRun(language == "fi" ? JudgedFiles.Finnish(documentFile) : JudgedFiles.SwedishAndEnglish(documentFile), chain, ranking, Ask(lexicon));
        var queries = JudgedFiles.Queries(queryFile);
        var other = queries.Where(query => query.IsSwedishOrEnglish).ToList();
        var judged = run.Judge(language == "fi" ? queries.Except(other) : other.Count > 0 ? other : queries);
        Console.WriteLine($"chain {run.Chain}, {judged.Count} queries");
        if (judged.Count == 0)
        {
            return;
        }

        foreach (var (query, measure) in each ? judged : [])
        {
            Console.WriteLine(Line($"{query.Kind} \"{query.Text}\" [{string.Join(' ', run.Hits(query.Text))}]", measure));
        }

        foreach (var kind in judged.GroupBy(one => one.Query.Kind, StringComparer.Ordinal))
        {
            Console.WriteLine(Line($"{kind.Key} ({kind.Count()})", Measure.Mean([.. kind.Select(one => one.Measure)])));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hits={judged.Average(one => run.Total(one.Query.Text)):0.0} a query"));
        Console.WriteLine(Line("all", Measure.Mean([.. judged.Select(one => one.Measure)])));
    }

    private static RankingOptions Ranking(string? gramShare) =>
        gramShare is null ? new RankingOptions() : new RankingOptions { GramShareOfAdded = float.Parse(gramShare, CultureInfo.InvariantCulture) };

    // As the tray asks: a need said in everyday words is sought by the words of its services too.
    private static Func<string, SearchQuery>? Ask(bool lexicon)
    {
        if (!lexicon)
        {
            return null;
        }

        var needs = NeedLexiconReader.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "needs"));
        return text => new SearchQuery { Text = text, Expansions = NeedExpansions.Of(needs.Find(text, null)) };
    }

    private static string Line(string name, Measure measure) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} ndcg@10={measure.Ndcg:0.000} recall@10={measure.Recall:0.000}");

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
