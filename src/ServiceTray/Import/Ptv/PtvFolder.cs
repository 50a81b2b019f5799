using System.Runtime.CompilerServices;

namespace ServiceTray.Import.Ptv;

/// <summary>Records of the register laid in files.</summary>
internal sealed class PtvFolder(string path) : IPtvEntries
{
    public string Origin => path;

    public async IAsyncEnumerable<(RecordEntry Entry, string From)> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in RecordFile.In(path))
        {
            await foreach (var entry in RecordFile.ReadAsync(file, report, cancellationToken))
            {
                yield return (entry, Path.GetFileName(file));
            }
        }
    }
}
