using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceTray.Import.Remote;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Walks a feed page by page; where a page tells services in short, each is asked for itself.</summary>
internal sealed class HsdsClient(RemoteClient remote, RemoteLimits limits, Uri address) : IHsdsServices
{
    private const int PageSize = 50;

    private readonly Uri root = RemoteClient.Root(address);

    public string Origin => $"{root}";

    public async IAsyncEnumerable<(string Path, HsdsService Service)> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            if (number > limits.MostAnswers)
            {
                throw new ImportException(ImportFailure.LeadsAstray, $"{Origin} has no last page.");
            }

            var at = new Uri(root, string.Create(CultureInfo.InvariantCulture, $"services?page={number}&per_page={PageSize}&full=true"));
            using var page = await remote.ReadJsonAsync(at, null, cancellationToken);
            var records = RecordFile.Envelope(page.RootElement) ?? throw new ImportException(ImportFailure.WrongAnswer, $"{RemoteClient.Shown(at)} answers no page of services.");
            foreach (var (i, record) in records.EnumerateArray().Index())
            {
                var entry = new RecordEntry(FormattableString.Invariant($"page {number} $.contents[{i}]"), record);
                if (entry.Id is not { } id || seen.Add(id))
                {
                    if (HsdsFiles.Read(entry, report) is { } service)
                    {
                        yield return (entry.Path, service.Organization is null && service.ServiceAtLocations is null ? await WholeAsync(service, cancellationToken) : service);
                    }
                }
            }

            if (Pages(page.RootElement) is not { } pages || number >= pages || records.GetArrayLength() == 0)
            {
                Check(page.RootElement, seen.Count);
                yield break;
            }
        }
    }

    private async Task<HsdsService> WholeAsync(HsdsService told, CancellationToken cancellationToken)
    {
        using var answer = await remote.ReadJsonAsync(new Uri(root, $"services/{Uri.EscapeDataString(told.Id!)}"), null, cancellationToken);
        try
        {
            return answer.RootElement.Deserialize<HsdsService>(HsdsService.Json) is { } whole && whole.Id == told.Id ? whole : told;
        }
        catch (JsonException)
        {
            return told;
        }
    }

    private static int? Pages(JsonElement page) => page.TryGetProperty("total_pages", out var told) && told.TryGetInt32(out var number) ? number : null;

    /// <summary>A feed that gives far fewer than it tells is broken, not smaller.</summary>
    private void Check(JsonElement page, int seen)
    {
        if (page.TryGetProperty("total_items", out var told) && told.TryGetInt64(out var total) && seen < total * 0.98)
        {
            throw new ImportException(ImportFailure.TooFew, $"{Origin} tells of {total} services and gives {seen}.");
        }
    }
}
