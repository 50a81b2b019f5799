using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Search;
using ServiceTray.Search.Querying;
using ServiceTray.Surveys;
using ServiceTray.Web;

namespace ServiceTray.Benchmarks.Survey;

/// <summary>What twelve suggestions cost beside one search of the engine, over many offerings, in turns within one run.</summary>
internal static class SurveyCommand
{
    private const int Warming = 30;

    public static async Task<int> RunAsync(int offerings, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("servicetray-survey-").FullName;
        try
        {
            await using var app = Program.Gather(new TraySettings { DataFolder = folder, Seed = [] }, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
            var services = app.Services;
            await services.GetRequiredService<TrayStart>().PrepareAsync(CancellationToken.None);
            await new Town(services.GetRequiredService<Regions>(), services.GetRequiredService<TimeProvider>().GetUtcNow())
                .FillAsync(services.GetRequiredService<IDbContextFactory<TrayContext>>(), offerings);
            await services.GetRequiredService<OfferingIndexer>().RebuildAsync(CancellationToken.None);
            await MeasureAsync(services, rounds);
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(IServiceProvider services, int rounds)
    {
        var (search, finder, index) = (services.GetRequiredService<OfferingSearch>(), services.GetRequiredService<SuggestionFinder>(), services.GetRequiredService<SearchIndex>());
        var near = new NearInput(new SpotInput("Kuopio"), 50);
        var survey = services.GetRequiredService<SurveyShelf>().Own;
        var filled = AnswerCheck.Check(survey, [.. survey.Questions.Where(question => question.Theme is not null).Select((question, i) => new AnswerInput(question.Id, new AnswerValueInput(Number: i % 5)))]).Filled;
        var result = services.GetRequiredService<SurveyDesk>().ResultOf(filled, near, services.GetRequiredService<TimeProvider>().GetUtcNow(), Language.Fi);

        // The one search is what a resident asks on the page: words and a place, the first page of twenty.
        var found = search.Find(new OfferingFilter { Text = "kävelyryhmä aikuisille", Near = near }, Language.Fi, OfferingOrder.Best, new PageRequest(20));
        var query = found.Understood.Query;
        var (one, twelve) = (new List<double>(), new List<double>());
        for (var i = -Warming; i < rounds; i++)
        {
            var began = Stopwatch.GetTimestamp();
            index.Search(query);
            var between = Stopwatch.GetTimestamp();
            var suggested = await finder.FindAsync(result, null, SuggestionFinder.UsualSuggestions, CancellationToken.None);
            var ended = Stopwatch.GetTimestamp();
            if (i < 0)
            {
                continue;
            }

            one.Add(Stopwatch.GetElapsedTime(began, between).TotalMilliseconds);
            twelve.Add(Stopwatch.GetElapsedTime(between, ended).TotalMilliseconds);
            if (i == 0)
            {
                Console.WriteLine($"{index.Count} offerings; the search finds {found.Total}; {suggested.Sure.Count} suggestions over {result.Needs.Count(need => need.CallsForSuggestions)} themes");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one search of the engine: median {Median(one):0.000} ms; a result with twelve suggestions: median {Median(twelve):0.000} ms; ratio {Median(twelve) / Median(one):0.00} (at most 8), of medians over {rounds} turns"));
    }

    private static double Median(List<double> of) => of.Order().ElementAt(of.Count / 2);
}
