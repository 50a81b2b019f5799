using System.Diagnostics;
using System.Globalization;
using ServiceTray.Search;
using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Benchmarks.Search;

/// <summary>Our own, with the managed Finnish chain.</summary>
internal sealed class EnginePeer : IPeer
{
    public const double Radius = 20_000;
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Codes = [.. Enumerable.Range(0, 1000).Select(code => code.ToString("000", CultureInfo.InvariantCulture))];

    public EnginePeer() => Index = Empty();

    public string Name => "engine";

    public int Questions => 2_000;

    public SearchIndex Index { get; }

    public static SearchIndex Empty() => new(
        new IndexSchema([new TextField("title", 2), new TextField("text", 1)], ["theme", "municipality"], []), new SearchOptions { FinnishChain = FinnishChain.Managed });

    public static IndexDocument Document(MadeOffering made) => new()
    {
        Key = new Guid(made.Number, 0, 0, new byte[8]),
        Texts = [new DocumentText("title", "fi", made.Title), new DocumentText("text", "fi", made.Text)],
        Keywords = new Dictionary<string, IReadOnlyList<string>> { ["theme"] = [.. made.Themes.Select(theme => Codes[theme])], ["municipality"] = [Codes[made.Municipality]] },
        Points = [made.Point],
        SortName = made.Title,
        UpdatedAt = Now,
    };

    public Task<Answers> AskAsync(IReadOnlyList<MadeQuestion> questions)
    {
        var found = 0L;
        var start = Stopwatch.GetTimestamp();
        foreach (var question in questions)
        {
            found += Find(question);
        }

        return Task.FromResult(new Answers(Stopwatch.GetElapsedTime(start).TotalMicroseconds / questions.Count, found));
    }

    /// <summary>How many offerings a question finds.</summary>
    public int Find(MadeQuestion question) => Index.Search(Query(question)).Total;

    public void Dispose()
    {
    }

    private static SearchQuery Query(MadeQuestion question) => new()
    {
        Text = $"{question.First} {question.Second}",
        AllWords = question.All,
        Language = "fi",
        Near = new Reach(question.Point, Radius, []),
        Facets = [new FacetRequest("theme"), new FacetRequest("municipality")],
        Page = new PageRequest(20),
        Now = Now,
    };
}
