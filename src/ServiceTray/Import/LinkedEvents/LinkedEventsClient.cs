using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceTray.Import.Remote;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>Walks the API page by page; of what changed, each series and whole with all that belongs to it.</summary>
internal sealed class LinkedEventsClient(RemoteClient remote, RemoteLimits limits, Uri address, DateTimeOffset? since = null) : ILinkedPages
{
    private const string With = "include=location,keywords,audience";

    private readonly Uri root = RemoteClient.Root(address);

    public string Origin => $"{root}";

    public DateTimeOffset? Since => since;

    public ILinkedPages? ChangedSince(DateTimeOffset instant) => since is null ? new LinkedEventsClient(remote, limits, address, instant) : null;

    public async IAsyncEnumerable<RecordEntry> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (since is null)
        {
            await foreach (var entry in WalkAsync($"event/?{With}&page_size=100&show_deleted=true", cancellationToken))
            {
                yield return entry;
            }

            yield break;
        }

        var after = Uri.EscapeDataString(since.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        var wholes = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var entry in WalkAsync($"event/?{With}&page_size=100&show_deleted=true&last_modified_since={after}", cancellationToken))
        {
            var (whole, isGone) = LinkedJson.WholeOf(entry.Json);
            if (whole is not null)
            {
                wholes.Add(whole);
            }

            if (whole is null || isGone)
            {
                yield return entry;
            }
        }

        // One date that changed alone says nothing of the others: its series is read anew.
        foreach (var whole in wholes)
        {
            await foreach (var entry in WholeAsync(whole, cancellationToken))
            {
                yield return entry;
            }
        }
    }

    private async IAsyncEnumerable<RecordEntry> WholeAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var super = await remote.ReadJsonOrNothingAsync(new Uri(root, $"event/{Uri.EscapeDataString(id)}/?{With}"), null, cancellationToken);
        if (super is not null)
        {
            yield return new RecordEntry($"event/{id}", super.RootElement.Clone());
        }

        await foreach (var part in WalkAsync($"event/?{With}&page_size=100&super_event={Uri.EscapeDataString(id)}", cancellationToken))
        {
            yield return part;
        }
    }

    private async IAsyncEnumerable<RecordEntry> WalkAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Uri? next = new(root, path);
        var walked = new HashSet<Uri>();
        var (seen, count) = (0L, 0L);
        while (next is not null)
        {
            if (!walked.Add(next) || walked.Count > limits.MostAnswers)
            {
                throw new ImportException(ImportFailure.LeadsAstray, $"{RemoteClient.Shown(next)} leads round in circles.");
            }

            using var page = await remote.ReadJsonAsync(next, null, cancellationToken);
            var records = RecordFile.Envelope(page.RootElement) ?? throw new ImportException(ImportFailure.WrongAnswer, $"{RemoteClient.Shown(next)} answers no page of events.");
            foreach (var (i, record) in records.EnumerateArray().Index())
            {
                seen++;
                yield return new RecordEntry(FormattableString.Invariant($"page {walked.Count} $.data[{i}]"), record.Clone());
            }

            (next, count) = After(page.RootElement);
        }

        // Records that come and go while one walks shift the pages a little; half of them missing is another thing.
        if (seen < count * 0.98)
        {
            throw new ImportException(ImportFailure.TooFew, $"{Origin} tells of {count} events and gives {seen}.");
        }
    }

    public async Task<LinkedOrganisation?> OrganisationAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await remote.ReadJsonAsync(new Uri(root, $"organization/{Uri.EscapeDataString(id)}/"), null, cancellationToken);
            return answer.RootElement.Deserialize<LinkedOrganisation>(LinkedJson.Options);
        }
        catch (Exception fault) when (fault is ImportException or JsonException or InvalidOperationException)
        {
            // Who publishes is then called by what the events tell.
            return null;
        }
    }

    private (Uri? Next, long Count) After(JsonElement page)
    {
        if (!page.TryGetProperty("meta", out var meta) || meta.ValueKind != JsonValueKind.Object)
        {
            throw new ImportException(ImportFailure.WrongAnswer, $"{Origin} answers a page without meta.");
        }

        var count = meta.TryGetProperty("count", out var told) && told.TryGetInt64(out var number) ? number : 0;
        if (!meta.TryGetProperty("next", out var link) || link.ValueKind != JsonValueKind.String)
        {
            return (null, count);
        }

        return Uri.TryCreate(root, link.GetString(), out var next) && next.Host == root.Host
            ? (next, count)
            : throw new ImportException(ImportFailure.LeadsAstray, $"{Origin} leads to another host.");
    }
}
