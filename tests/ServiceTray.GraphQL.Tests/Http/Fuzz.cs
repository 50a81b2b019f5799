using System.Text;
using System.Text.Json;
using ServiceTray.GraphQL.Tests.Oracle;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

/// <summary>Requests with bytes changed at random. FUZZ_COUNT and FUZZ_SEED tell how many and which; the long form is a million.</summary>
public sealed class Fuzz
{
    private const int Lanes = 4;
    private static readonly string[] Pieces = ["{", "}", "\"", "\\u0000", "\\ud800", "...", "$", "@skip(if:", "[", "]", "null", ":", "1e999", "-", "\\", "\u00e4", "fragment F0 on", "query", "\ufeff", "#", "\"\"\""];

    [Fact]
    public async Task Always_ends_in_a_graphql_answer_and_leaves_nothing_behind()
    {
        var isLong = Environment.GetEnvironmentVariable("SERVICETRAY_TESTS") == "long";
        var count = int.Parse(Environment.GetEnvironmentVariable("FUZZ_COUNT") ?? (isLong ? "1000000" : "1000"));
        var seed = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "1");
        await using var record = typeof(Fuzz).Assembly.GetManifestResourceStream("ServiceTray.GraphQL.Tests.Oracle.OracleRecord.ndjson.gz")!;
        var records = OracleRecord.Read(record);
        await using var app = await GraphQLApp.StartZooAsync();

        // The first part fills caches and pools; after that, the memory that is left must stay where it is.
        const int Parts = 4;
        var held = new List<long>();
        for (var part = 0; part < Parts; part++)
        {
            await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => SendAsync(app, records, count / Parts / Lanes, new Random(HashCode(seed, part, lane))))));
            held.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        // Plans and registered documents are bounded, so what may come on top of the first part is too.
        const long Allowed = 40L * 1024 * 1024;
        Assert.True(held[^1] - held[0] < Allowed, "Bytes held after each part: " + string.Join(", ", held));
    }

    private static int HashCode(int seed, int part, int lane) => (seed * 7_919) + (part * 31) + lane;

    private static async Task SendAsync(GraphQLApp app, IReadOnlyList<OracleRecord> records, int count, Random random)
    {
        for (var i = 0; i < count; i++)
        {
            var start = records[random.Next(records.Count)];
            var body = random.Next(2) == 0
                ? Mutate(JsonSerializer.Serialize(new { query = start.Query, variables = start.Variables }), random)
                : Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query = Encoding.UTF8.GetString(Mutate(start.Query, random)), variables = start.Variables }));
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            using var response = await app.Http.PostAsync("/graphql", content, deadline.Token);
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
