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

        // A resident's search by theme and place, as the survey's eight themes would be searched for one by one; and one by words.
        var byTheme = Query(search, new OfferingFilter { Themes = [result.Needs[0].Code], Near = near });
        var byWords = Query(search, new OfferingFilter { Text = "kävelyryhmä aikuisille", Near = near });
        var (themes, words, twelve) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -Warming; i < rounds; i++)
        {
            var times = new[] { Stopwatch.GetTimestamp(), 0L, 0L, 0L };
            index.Search(byTheme);
            times[1] = Stopwatch.GetTimestamp();
            index.Search(byWords);
            times[2] = Stopwatch.GetTimestamp();
            var suggested = await finder.FindAsync(result, null, SuggestionFinder.UsualSuggestions, CancellationToken.None);
            times[3] = Stopwatch.GetTimestamp();
            if (i >= 0)
            {
                themes.Add(Stopwatch.GetElapsedTime(times[0], times[1]).TotalMilliseconds);
                words.Add(Stopwatch.GetElapsedTime(times[1], times[2]).TotalMilliseconds);
                twelve.Add(Stopwatch.GetElapsedTime(times[2], times[3]).TotalMilliseconds);
            }

            if (i == 0)
            {
                Console.WriteLine($"{index.Count} offerings; {suggested.Sure.Count} suggestions over {result.Needs.Count(need => need.CallsForSuggestions)} themes");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"medians over {rounds} turns: a search by theme and place {Median(themes):0.000} ms, by words and place {Median(words):0.000} ms, a result with twelve suggestions {Median(twelve):0.000} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {Median(twelve) / Median(themes):0.00} to the search by theme (at most 8), {Median(twelve) / Median(words):0.00} to that by words"));
    }

    private static SearchQuery Query(OfferingSearch search, OfferingFilter filter) =>
        search.Find(filter, Language.Fi, OfferingOrder.Best, new PageRequest(OfferingSearch.DefaultPageSize)).Understood.Query;

    private static double Median(List<double> of) => of.Order().ElementAt(of.Count / 2);
}
