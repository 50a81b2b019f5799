using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Oracle;

public sealed class GraphQLJsVerdicts
{
    [Fact]
    public async Task Agree_on_the_recorded_documents()
    {
        await using var record = typeof(GraphQLJsVerdicts).Assembly.GetManifestResourceStream("ServiceTray.GraphQL.Tests.Oracle.OracleRecord.ndjson.gz")!;
        var records = OracleRecord.Read(record);
        Assert.True(records.Count >= 3000);
        Assert.True(records.Count(r => r.Verdict == "run") > 500);
        await AssertAgreeAsync(records);
    }

    [SkippableFact]
    public async Task Agree_on_fresh_documents()
    {
        var file = Path.GetTempFileName();
        try
        {
            var seed = Environment.GetEnvironmentVariable("ORACLE_SEED") ?? "20260501";
            var count = Environment.GetEnvironmentVariable("ORACLE_COUNT") ?? "400";
            var script = Path.Combine(Node.Root, "tests", "ServiceTray.GraphQL.Tests", "Oracle", "record.mjs");
            var (exit, output) = await Node.RunAsync(script, Node.Home, file, count, seed);
            Assert.True(exit == 0, output);
            await using var record = File.OpenRead(file);
            await AssertAgreeAsync(OracleRecord.Read(record));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task AssertAgreeAsync(IReadOnlyList<OracleRecord> records)
    {
        await using var app = await GraphQLApp.StartZooAsync(options => (options.MaxCost, options.MaxAliases) = (long.MaxValue, int.MaxValue));
        var differences = new List<string>();
        foreach (var record in records)
        {
            var request = JsonSerializer.Serialize(new { query = record.Query, variables = record.Variables, operationName = record.OperationName });
            var (status, body) = await app.PostAsync(request, record.Verdict == "subscription" ? "text/event-stream" : "application/graphql-response+json");
            var (wanted, got) = (Wanted(record), Got(record, status, body));
            if (wanted != got)
            {
                differences.Add($"{record.Query}\nvariables {record.Variables}\ngraphql-js: {wanted}\nhere:       {got}\n{body}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {records.Count} differ:\n" + string.Join("\n\n", differences.Take(5)));
    }

    private static string Wanted(OracleRecord record) => record.Verdict == "run"
        ? Sorted(JsonNode.Parse(record.Data.GetRawText())) + string.Join(' ', record.Paths!)
        : record.Verdict;

    private static string Got(OracleRecord record, int status, string body)
    {
        if (record.Verdict == "subscription" && status == 200)
        {
            return "subscription";
        }

        var answer = JsonDocument.Parse(body).RootElement;
        var errors = answer.TryGetProperty("errors", out var told) ? told.EnumerateArray().ToList() : [];
        if (!answer.TryGetProperty("data", out var data))
        {
            return errors[0].GetProperty("extensions").GetProperty("code").GetString() switch
            {
                "GRAPHQL_PARSE_FAILED" => "syntax",
                "GRAPHQL_VALIDATION_FAILED" => "invalid",
                "VARIABLE_INVALID" => "variables",
                var other => other!,
            };
        }

        var paths = errors.Select(e => e.TryGetProperty("path", out var path) ? JsonSerializer.Serialize(path, Plain) : "undefined").Order(StringComparer.Ordinal);
        return Sorted(JsonNode.Parse(data.GetRawText())) + string.Join(' ', paths);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Sorted(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject o => "{" + string.Join(",", o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Sorted(p.Value)}")) + "}",
        JsonArray list => "[" + string.Join(",", list.Select(Sorted)) + "]",
        _ => node.ToJsonString(Plain),
    };
}
