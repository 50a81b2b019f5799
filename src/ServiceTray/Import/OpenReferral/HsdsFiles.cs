using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Services as JSON in files: pages of a feed, arrays, or one a line.</summary>
internal sealed class HsdsFiles(string path) : IHsdsServices
{
    public string Origin => path;

    public async IAsyncEnumerable<(string Path, HsdsService Service)> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in RecordFile.In(path))
        {
            await foreach (var entry in RecordFile.ReadAsync(file, report, cancellationToken))
            {
                if (Read(entry, report) is { } service)
                {
                    yield return (entry.Path, service);
                }
            }
        }
    }

    /// <summary>The service of an entry; null: it is none, and the report says so.</summary>
    public static HsdsService? Read(RecordEntry entry, ImportReport report)
    {
        report.Saw("services");
        try
        {
            if (entry.Json.ValueKind == JsonValueKind.Object && entry.Json.Deserialize<HsdsService>(HsdsService.Json) is { Id.Length: > 0 } service)
            {
                return service;
            }

            report.Add(new ImportProblem(entry.Path, entry.Id, "not-a-record", "It is no service with an id."));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            report.Add(new ImportProblem(entry.Path, entry.Id, "unreadable", $"{(fault as JsonException)?.Path ?? "A text"} is not what it should be."));
        }

        return null;
    }
}
