using ServiceTray.Benchmarks.Engine;
using ServiceTray.Benchmarks.Http;
using ServiceTray.Benchmarks.Relevance;
using ServiceTray.Benchmarks.Search;
using ServiceTray.Benchmarks.Start;
using ServiceTray.Benchmarks.Survey;

return args switch
{
    ["relevance", .. var rest] => RelevanceCommand.Run(rest),
    ["http"] => await HttpCommand.RunAsync(rounds: 5, seconds: 6),
    ["http", "quick"] => await HttpCommand.RunAsync(rounds: 1, seconds: 2),
    ["http", "100000"] => await HttpCommand.RunAsync(rounds: 5, seconds: 6, offerings: 100_000),
    ["http", "1000000"] => await HttpCommand.RunAsync(rounds: 5, seconds: 6, offerings: 1_000_000),
    ["graphql"] => await EngineCommand.RunAsync(rounds: 7, seconds: 4),
    ["graphql", "quick"] => await EngineCommand.RunAsync(rounds: 3, seconds: 2),
    ["cold"] => await ColdPlans.MeasureAsync(),
    ["engine-server"] => await CatalogueServer.ServeAsync(),
    ["bare", var answer] => await BareEndpoint.ServeAsync(answer),
    ["search"] => await SearchCommand.RunAsync(10_000, 100_000, 1_000_000),
    ["search", "quick"] => await SearchCommand.RunAsync(10_000, 100_000),
    ["edits"] => await EditsCommand.RunAsync(100_000),
    ["start"] => await StartCommand.RunAsync(times: 5),
    ["survey"] => await SurveyCommand.RunAsync(offerings: 100_000, rounds: 300),
    ["survey", "quick"] => await SurveyCommand.RunAsync(offerings: 10_000, rounds: 100),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/ServiceTray.Benchmarks -- COMMAND
          relevance     nDCG@10 of the search over the judged queries
          http [quick]  requests a second of search over GraphQL, beside a bare endpoint that returns the same bytes
          http 100000|1000000  the same over so many made-up offerings, of 10,000 different questions by turns
          graphql [quick]  the engine alone over ready objects, beside a bare endpoint and beside mercurius; bytes allocated,
                        first plans, and what a hostile client does to the others
          cold          the first plans only
          search [quick]  the search engine over 10 thousand, 100 thousand and a million made-up offerings, beside SQLite FTS5,
                        Java Lucene and PostgreSQL with PostGIS up to 100 thousand
          edits         what a search waits while fifty offerings of 100,000 are edited a second
          survey [quick]  a result with twelve suggestions beside one search of the engine, over 100,000 offerings
          start         seconds until the published tray is ready on a data folder that it has
        """);
    return 64;
}
