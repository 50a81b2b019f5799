using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ServiceTray.Import.Seed;

/// <summary>One seed file: an array of organisations, venues, activities or events, told by the file's name.</summary>
internal sealed class SeedSource(string file, DateOnly today) : ISource
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public string Name => "seed";

    public string Origin => Path.GetFileName(file);

    public bool IsWhole => false;

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var records = await ParseAsync(cancellationToken);
        for (var i = 0; i < records.Count; i++)
        {
            var path = $"{name}[{i}]";
            report.Saw(name);
            IncomingRecord? incoming = null;
            try
            {
                incoming = Read(name, records[i]!);
            }
            catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or NullReferenceException)
            {
                report.Add(new ImportProblem(path, records[i]?["key"]?.ToString(), "unreadable", exception.Message));
            }

            if (incoming is not null)
            {
                yield return incoming;
            }
        }
    }

    private async Task<JsonArray> ParseAsync(CancellationToken cancellationToken)
    {
        try
        {
            return JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken)) as JsonArray
                ?? throw new ImportException(ImportFailure.WrongShape, $"{file} is not an array.");
        }
        catch (JsonException exception)
        {
            throw new ImportException(ImportFailure.WrongShape, $"{file}: {exception.Message}");
        }
    }

    private IncomingRecord Read(string name, JsonNode record) => name.Split('-')[0] switch
    {
        "organisations" => SeedReader.Read(record.Deserialize<SeedOrganisation>(Options)!),
        "venues" => SeedReader.Read(record.Deserialize<SeedVenue>(Options)!),
        "activities" => SeedReader.ReadActivity(record.Deserialize<SeedOffering>(Options)!, today),
        "events" => SeedReader.ReadEvent(record.Deserialize<SeedOffering>(Options)!, today),
        _ => throw new JsonException("A seed file is named organisations, venues, activities or events."),
    };
}
