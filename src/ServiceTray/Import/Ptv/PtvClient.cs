using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceTray.Import.Remote;

namespace ServiceTray.Import.Ptv;

/// <summary>Walks the Open API: services with their general descriptions, the channels and organisations that they name, and what was archived.</summary>
internal sealed class PtvClient(RemoteClient remote, RemoteLimits limits, Uri address, PtvAsk ask) : IPtvEntries
{
    /// <summary>As many as one question may name.</summary>
    private const int AtOnce = 100;

    private readonly Uri root = RemoteClient.Root(address);
    private readonly string since = ask.Since is { } instant ? string.Create(CultureInfo.InvariantCulture, $"&date={instant.UtcDateTime:yyyy-MM-ddTHH:mm:ss}") : "";

    public string Origin => ask.Area is { } area ? $"{root} {area.Kind}/{area.Code}" : $"{root}";

    public DateTimeOffset? Since => ask.Since;

    public IPtvEntries? ChangedSince(DateTimeOffset since) => ask.Since is null ? new PtvClient(remote, limits, address, ask with { Since = since }) : null;

    public async IAsyncEnumerable<(RecordEntry Entry, string From)> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (channels, organisations, known, touched) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        if (ask.Since is not null)
        {
            // A channel that changed says something new of each of its services, though they did not change.
            await foreach (var channel in ListAsync("ServiceChannel", await IdsAsync("ServiceChannel", cancellationToken), cancellationToken))
            {
                known.Add(channel.Id ?? "");
                touched.UnionWith(Ids(channel.Json, "services", "service"));
                yield return (channel, PtvKind.Channel);
            }
        }

        await foreach (var service in ServicesAsync(touched, cancellationToken))
        {
            channels.UnionWith(Ids(service.Json, "serviceChannels", "serviceChannel"));
            organisations.UnionWith(Ids(service.Json, "organizations", "organization"));
            yield return (service, PtvKind.Service);
        }

        await foreach (var channel in ListAsync("ServiceChannel", [.. channels.Except(known)], cancellationToken))
        {
            yield return (channel, PtvKind.Channel);
        }

        await foreach (var organisation in ListAsync("Organization", [.. organisations], cancellationToken))
        {
            yield return (organisation, PtvKind.Organisation);
        }

        await foreach (var archived in WalkAsync($"Service/archived/list?{since.TrimStart('&')}", cancellationToken))
        {
            if (archived.Id is { } id)
            {
                yield return (archived with { Json = JsonSerializer.SerializeToElement(new { id, publishingStatus = "Archived", serviceNames = Array.Empty<string>() }) }, PtvKind.Service);
            }
        }
    }

    private async IAsyncEnumerable<RecordEntry> ServicesAsync(HashSet<string> touched, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (ask.Area is { } area)
        {
            await foreach (var service in WalkAsync($"Service/list/area/{area.Kind}/code/{area.Code}?includeWholeCountry=false&serviceWithGD=true{since}", cancellationToken))
            {
                yield return service;
            }

            yield break;
        }

        var ids = await IdsAsync("Service", cancellationToken);
        await foreach (var service in ListAsync("Service", [.. ids.Union(touched)], cancellationToken))
        {
            yield return service.Json.TryGetProperty("generalDescriptionId", out var general) && general.ValueKind == JsonValueKind.String
                ? service with { Json = await MergedAsync(service.Id ?? "", cancellationToken) }
                : service;
        }
    }

    /// <summary>A service with what its general description says in its place.</summary>
    private async Task<JsonElement> MergedAsync(string id, CancellationToken cancellationToken)
    {
        using var answer = await remote.ReadJsonAsync(new Uri(root, $"Service/serviceWithGD/{id}"), ask.Key, cancellationToken);
        return answer.RootElement.Clone();
    }

    private async Task<List<string>> IdsAsync(string kind, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var item in WalkAsync($"{kind}?status=Published{since}", cancellationToken))
        {
            if (item.Id is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private async IAsyncEnumerable<RecordEntry> ListAsync(string kind, IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Where(id => Guid.TryParse(id, out var read) && read != Guid.Empty).Chunk(AtOnce))
        {
            using var answer = await remote.ReadJsonAsync(new Uri(root, $"{kind}/list?guids={string.Join(',', some)}"), ask.Key, cancellationToken);
            foreach (var record in Records(answer.RootElement, kind))
            {
                yield return record;
            }
        }
    }

    /// <summary>All pages of a list; the register tells how many there are.</summary>
    private async IAsyncEnumerable<RecordEntry> WalkAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            using var page = await remote.ReadJsonAsync(new Uri(root, $"{path}{(path.EndsWith('?') ? "" : "&")}page={number}"), ask.Key, cancellationToken);
            foreach (var record in Records(page.RootElement, path.Split('?')[0]))
            {
                yield return record;
            }

            if (number >= limits.MostAnswers)
            {
                throw new ImportException(ImportFailure.LeadsAstray, $"{Origin} has no last page.");
            }

            if (!page.RootElement.TryGetProperty("pageCount", out var count) || !count.TryGetInt32(out var pages) || number >= pages)
            {
                yield break;
            }
        }
    }

    private IEnumerable<RecordEntry> Records(JsonElement answer, string from) =>
        (RecordFile.Envelope(answer) ?? answer) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select((record, i) => new RecordEntry(FormattableString.Invariant($"{from}[{i}]"), record.Clone()))
            : answer is { ValueKind: JsonValueKind.Object } && answer.TryGetProperty("itemList", out var none) && none.ValueKind == JsonValueKind.Null ? []
            : throw new ImportException(ImportFailure.WrongAnswer, $"{root}{from} answers no list.");

    /// <summary>The ids that a record's list names.</summary>
    private static IEnumerable<string> Ids(JsonElement record, string list, string item) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(list, out var connections) && connections.ValueKind == JsonValueKind.Array
            ? connections.EnumerateArray().Select(connection => Id(connection, item)).OfType<string>()
            : [];

    private static string? Id(JsonElement connection, string item) =>
        connection.ValueKind == JsonValueKind.Object && connection.TryGetProperty(item, out var named) ? new RecordEntry("", named).Id : null;
}
