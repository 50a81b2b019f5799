using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceTray.Import.Remote;

namespace ServiceTray.Import.Ptv.V12;

/// <summary>Walks version 12 of the Open API: one search for each kind, a key with every question, ids that name what else is needed.</summary>
internal sealed class V12Client(RemoteClient remote, RemoteLimits limits, Uri address, PtvAsk ask) : IPtvEntries
{
    private const int PageSize = 100;

    /// <summary>As many ids as one question may name.</summary>
    private const int AtOnce = 20;

    private readonly Uri root = RemoteClient.Root(address);
    private readonly string? since = ask.Since?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public string Origin => ask.Area is { } area ? $"{root} {area.Kind}/{area.Code}" : $"{root}";

    public DateTimeOffset? Since => ask.Since;

    /// <summary>Whether an address is version 12's.</summary>
    public static bool IsAt(Uri address) => RemoteClient.Root(address).AbsolutePath.EndsWith("/v12/", StringComparison.OrdinalIgnoreCase);

    public IPtvEntries? ChangedSince(DateTimeOffset instant) => ask.Since is null ? new V12Client(remote, limits, address, ask with { Since = instant }) : null;

    public async IAsyncEnumerable<(RecordEntry Entry, string From)> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(ask.Key))
        {
            throw new ImportException(ImportFailure.NeedsKey, $"{root} answers nobody without a key; put it into the environment (see --key-from).");
        }

        var need = new V12Needs();
        await foreach (var channel in ChangedAsync(need, cancellationToken))
        {
            yield return (channel, "channels");
        }

        await foreach (var service in ServicesAsync(need, cancellationToken))
        {
            need.Take(service.Json);
            yield return (service, "services");
        }

        await foreach (var connection in Some("connection/search", "serviceContentIds", need.Services, cancellationToken))
        {
            need.TakeConnection(connection.Json);
            yield return (connection, "connections");
        }

        await foreach (var entry in EachAsync("service-channel", need.Channels, cancellationToken))
        {
            yield return (entry, "channels");
        }

        await foreach (var entry in EachAsync("organization", need.Organisations, cancellationToken))
        {
            yield return (entry, "organisations");
        }

        await foreach (var entry in EachAsync("general-description", need.Descriptions, cancellationToken))
        {
            need.TakeTerms(entry.Json);
            yield return (entry, "general-descriptions");
        }

        await foreach (var entry in NamesAsync(need, cancellationToken))
        {
            yield return entry;
        }

        await foreach (var archived in since is null ? Nothing() : WalkAsync($"service/archived?archivedAtOrAfter={Uri.EscapeDataString(since)}", cancellationToken))
        {
            yield return (archived, "service-archived");
        }
    }

    /// <summary>What changed beside services says something new of them, though they did not change: their ids are noted.</summary>
    private async IAsyncEnumerable<RecordEntry> ChangedAsync(V12Needs need, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (since is null)
        {
            yield break;
        }

        var after = $"publishedAtOrAfter={Uri.EscapeDataString(since)}";
        await foreach (var connection in WalkAsync($"connection/search?{after}", cancellationToken))
        {
            need.Touch(connection.Json);
        }

        var changed = new List<string>();
        await foreach (var channel in WalkAsync($"service-channel/search?{after}", cancellationToken))
        {
            need.Known.Add(channel.Id ?? "");
            changed.Add(channel.Id ?? "");
            yield return channel;
        }

        await foreach (var connection in Some("connection/search", "channelContentIds", changed, cancellationToken))
        {
            need.Touch(connection.Json);
        }
    }

    private async IAsyncEnumerable<RecordEntry> ServicesAsync(V12Needs need, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = string.Join('&', new[] { AreaAsked(), since is null ? null : $"publishedAtOrAfter={Uri.EscapeDataString(since)}" }.OfType<string>());
        await foreach (var service in WalkAsync($"service/search?{asked}", cancellationToken))
        {
            yield return service;
        }

        if (ask.Area is null)
        {
            await foreach (var service in EachAsync("service", [.. need.Touched.Except(need.Services)], cancellationToken))
            {
                yield return service;
            }
        }
    }

    private string? AreaAsked() => ask.Area switch
    {
        null => null,
        { Kind: "Municipality", Code: var code } => $"areaType=LimitedArea&municipalities={code}",
        { Kind: "Province", Code: var code } => $"areaType=LimitedArea&regions={code}",
        { Kind: "WellbeingServiceCounties", Code: var code } => $"areaType=LimitedArea&wellbeingServicesCounties={code}",
        { Kind: var kind } => throw new ImportException(ImportFailure.BadSetup, $"{root} knows no area of the kind {kind}."),
    };

    /// <summary>Names that services give by code only: of terms, of the bundles they are in, and what areas hold.</summary>
    private async IAsyncEnumerable<(RecordEntry Entry, string From)> NamesAsync(V12Needs need, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (need.Services.Count == 0)
        {
            yield break;
        }

        await foreach (var term in Some("ontology-terms", "uris", [.. need.Terms], cancellationToken))
        {
            yield return (term, "ontology-terms");
        }

        foreach (var list in new[] { "region-codes", "wellbeing-services-county-codes" })
        {
            await foreach (var area in WalkAsync($"{list}?", cancellationToken))
            {
                yield return (area, list);
            }
        }

        var collections = new List<string>();
        await foreach (var collection in WalkAsync("service-collection/search?", cancellationToken))
        {
            collections.Add(collection.Id ?? "");
        }

        await foreach (var collection in EachAsync("service-collection", collections, cancellationToken))
        {
            yield return (collection, "collections");
        }
    }

    /// <summary>Records by their ids; one that is not published any more is left out.</summary>
    private async IAsyncEnumerable<RecordEntry> EachAsync(string kind, IReadOnlyCollection<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in ids.Where(id => Guid.TryParse(id, out _)))
        {
            using var answer = await remote.ReadJsonOrNothingAsync(new Uri(root, $"{kind}/{id}"), ask.Key, cancellationToken);
            if (answer is not null)
            {
                yield return new RecordEntry($"{kind}/{id}", answer.RootElement.Clone());
            }
        }
    }

    /// <summary>What a search answers for some ids or addresses, so many in one question as may be named.</summary>
    private async IAsyncEnumerable<RecordEntry> Some(string path, string parameter, IReadOnlyCollection<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            await foreach (var record in WalkAsync($"{path}?{string.Join('&', some.Select(id => $"{parameter}={Uri.EscapeDataString(id)}"))}", cancellationToken))
            {
                yield return record;
            }
        }
    }

    /// <summary>All pages of a search; it tells how many there are.</summary>
    private async IAsyncEnumerable<RecordEntry> WalkAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = path.Split('?')[0];
        for (var number = 1; ; number++)
        {
            using var page = await remote.ReadJsonAsync(new Uri(root, $"{path}{(path.EndsWith('?') ? "" : "&")}page={number}&pageSize={PageSize}"), ask.Key, cancellationToken);
            if (page.RootElement.ValueKind != JsonValueKind.Object || !page.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            {
                throw new ImportException(ImportFailure.WrongAnswer, $"{root}{from} answers no list.");
            }

            foreach (var (i, record) in items.EnumerateArray().Index())
            {
                yield return new RecordEntry(FormattableString.Invariant($"{from}[{((number - 1) * PageSize) + i}]"), record.Clone());
            }

            if (number >= limits.MostAnswers)
            {
                throw new ImportException(ImportFailure.LeadsAstray, $"{Origin} has no last page.");
            }

            if (!page.RootElement.TryGetProperty("totalPages", out var count) || !count.TryGetInt32(out var pages) || number >= pages)
            {
                yield break;
            }
        }
    }

    private static async IAsyncEnumerable<RecordEntry> Nothing()
    {
        await Task.CompletedTask;
        yield break;
    }
}
