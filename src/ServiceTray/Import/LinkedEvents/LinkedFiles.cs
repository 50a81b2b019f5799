namespace ServiceTray.Import.LinkedEvents;

/// <summary>The API's answers laid in files: pages with <c>meta</c> and <c>data</c>, arrays, or a record a line.</summary>
internal sealed class LinkedFiles(string path) : ILinkedPages
{
    public string Origin => path;

    public async IAsyncEnumerable<RecordEntry> ReadAsync(ImportReport report, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What events refer to is read before them, so that they need not wait.
        foreach (var file in RecordFile.In(path).OrderBy(file => Path.GetFileName(file).Contains("event", StringComparison.OrdinalIgnoreCase)))
        {
            await foreach (var entry in RecordFile.ReadAsync(file, report, cancellationToken))
            {
                yield return entry;
            }
        }
    }

    public Task<LinkedOrganisation?> OrganisationAsync(string id, CancellationToken cancellationToken) => Task.FromResult<LinkedOrganisation?>(null);
}
