using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceTray.Import.Remote;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>Walks the API page by page.</summary>
internal sealed class LinkedEventsClient(RemoteClient remote, RemoteLimits limits, Uri address) : ILinkedPages
{
    private readonly Uri root = RemoteClient.Root(address);

    public string Origin => $"{root}";

    public async IAsyncEnumerable<RecordEntry> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Uri? next = new(root, "event/?include=location,keywords,audience&page_size=100&show_deleted=true");
        var walked = new HashSet<Uri>();
        var (seen, count) = (0L, 0L);
        while (next is not null)
        {
            if (!walked.Add(next) || walked.Count > limits.MostAnswers)
            {
                throw new ImportException($"{RemoteClient.Shown(next)} leads round in circles.");
            }

            using var page = await remote.ReadJsonAsync(next, null, cancellationToken);
            var records = RecordFile.Envelope(page.RootElement) ?? throw new ImportException($"{RemoteClient.Shown(next)} answers no page of events.");
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
            throw new ImportException($"{Origin} tells of {count} events and gives {seen}.");
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
            throw new ImportException($"{Origin} answers a page without meta.");
        }

        var count = meta.TryGetProperty("count", out var told) && told.TryGetInt64(out var number) ? number : 0;
        if (!meta.TryGetProperty("next", out var link) || link.ValueKind != JsonValueKind.String)
        {
            return (null, count);
        }

        return Uri.TryCreate(root, link.GetString(), out var next) && next.Host == root.Host
            ? (next, count)
            : throw new ImportException($"{Origin} leads to another host.");
    }
}
