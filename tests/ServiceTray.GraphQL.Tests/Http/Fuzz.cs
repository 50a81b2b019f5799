using System.Text;
using System.Text.Json;
using ServiceTray.GraphQL.Tests.Oracle;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

/// <summary>Requests with bytes changed at random. FUZZ_COUNT and FUZZ_SEED give the long form.</summary>
public sealed class Fuzz
{
    private static readonly string[] Pieces = ["{", "}", "\"", "\\u0000", "\\ud800", "...", "$", "@skip(if:", "[", "]", "null", ":", "1e999", "-", "\\", "\u00e4", "fragment F0 on", "query", "\ufeff", "#", "\"\"\""];

    [Fact]
    public async Task Always_ends_in_a_graphql_answer()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("FUZZ_COUNT") ?? "1000");
        var random = new Random(int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "1"));
        await using var record = typeof(Fuzz).Assembly.GetManifestResourceStream("ServiceTray.GraphQL.Tests.Oracle.OracleRecord.ndjson.gz")!;
        var records = OracleRecord.Read(record);
        await using var app = await GraphQLApp.StartZooAsync();
        for (var i = 0; i < count; i++)
        {
            var start = records[random.Next(records.Count)];
            var body = random.Next(2) == 0
                ? Mutate(JsonSerializer.Serialize(new { query = start.Query, variables = start.Variables }), random)
                : Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query = Encoding.UTF8.GetString(Mutate(start.Query, random)), variables = start.Variables }));
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var response = await app.Http.PostAsync("/graphql", content);
            var answer = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await response.Content.ReadAsByteArrayAsync());
            Assert.True((int)response.StatusCode is 200 or 400 or 406 or 413, $"{response.StatusCode}: {Encoding.UTF8.GetString(body)}\n{answer}");
            using var parsed = JsonDocument.Parse(answer);
            Assert.True(parsed.RootElement.TryGetProperty("data", out _) || parsed.RootElement.TryGetProperty("errors", out _), answer);
        }
    }

    private static byte[] Mutate(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var n = random.Next(1, 4); n > 0 && bytes.Count > 1; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count), 1));
                    break;
            }
        }

        return [.. bytes];
    }
}
