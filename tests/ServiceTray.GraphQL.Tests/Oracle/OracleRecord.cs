using System.IO.Compression;
using System.Text.Json;

namespace ServiceTray.GraphQL.Tests.Oracle;

/// <summary>What graphql-js said of a document; made by record.mjs.</summary>
internal sealed record OracleRecord(string Query, JsonElement Variables, string? OperationName, string Verdict, JsonElement Data, IReadOnlyList<string>? Paths)
{
    public static IReadOnlyList<OracleRecord> Read(Stream compressed)
    {
        using var reader = new StreamReader(new GZipStream(compressed, CompressionMode.Decompress));
        var records = new List<OracleRecord>();
        while (reader.ReadLine() is { } line)
        {
            records.Add(JsonSerializer.Deserialize<OracleRecord>(line, JsonSerializerOptions.Web)!);
        }

        return records;
    }
}
