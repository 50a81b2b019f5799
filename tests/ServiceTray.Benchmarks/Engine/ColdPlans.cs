using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Benchmarks.Http;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Planning;
using ServiceTray.GraphQL.Validation;
using ServiceTray.Web;

namespace ServiceTray.Benchmarks.Engine;

/// <summary>How long it takes to parse, validate and plan the search query of the tray's own schema, each time as a document never seen.</summary>
internal static class ColdPlans
{
    private const int Batch = 10;
    private const int Batches = 800;

    public static async Task<int> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("servicetray-benchmark-");
        try
        {
            await using var app = Program.Gather(new TraySettings { DataFolder = folder.FullName, Seed = [] });
            var server = GraphQLServer.Build(app.Services.GetRequiredService<GraphQLBuilder>(), app.Services);
            var text = Encoding.UTF8.GetBytes(Question.Search.Query);
            var tree = Parser.Parse(new Source(text));
            var operation = (OperationNode)tree.Definitions[0];
            var documents = 0;
            Console.WriteLine($"the search query, not cached; median of {Batches} batches of {Batch}:");
            Measure("parse", () => Parser.Parse(new Source(text), server.Options.MaxTokens));
            Measure("validate", () => DocumentValidator.Validate(server.Schema, tree, server.Options.MaxErrors));
            Measure("plan", () => Planner.Plan(server.Schema, tree, operation, server.Options.MaxDepth));
            Measure("all three", () =>
            {
                var errors = new List<GraphQLError>();
                return server.Plan(new DocumentText($"{Question.Search.Query}#{documents++}"), null, errors) ?? throw new InvalidOperationException(errors[0].Message);
            });
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string what, Func<object> work)
    {
        var each = new List<double>();
        var allocated = 0L;
        for (var batch = 0; batch < 2 * Batches; batch++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Batch; i++)
            {
                work();
            }

            each.Add(watch.Elapsed.TotalMicroseconds / Batch);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Batch;
        }

        // The first half waits for the compiler.
        each.RemoveRange(0, Batches);
        Console.WriteLine($"  {what}: {Figures.Median(each):0.0} µs, least {each.Min():0.0} µs, {allocated:#,0} bytes");
    }
}
