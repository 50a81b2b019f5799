using System.Runtime.CompilerServices;
using System.Text;
using ServiceTray.Import.Remote;
using ServiceTray.Places;

namespace ServiceTray.Import.Csv;

/// <summary>A table by the template, from a file or an address; each row that cannot be taken is told with its line, and the rest goes on.</summary>
internal sealed class CsvSource(CsvWish wish, RemoteClient remote, RemoteLimits limits, TermRules rules, Regions regions, Gazetteer gazetteer, TimeProvider clock) : ISource
{
    private const int LongestHeader = 64 * 1024;
    private const int MostTold = 20;
    private const int LongestTold = 60;

    public string Name => wish.Name;

    public string Origin => wish.Address is { } address ? limits.Shown(address) : wish.From;

    public bool IsWhole => wish.IsWhole;

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        report.Rules = rules.Version;
        await using var stream = await OpenAsync(cancellationToken);
        var (separator, header) = await HeaderOfAsync(stream, cancellationToken);
        Check(header);
        var reader = new CsvRowReader(wish, rules, regions, gazetteer, clock.GetUtcNow());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in TableRow.ReadAsync(stream, Path.GetFileName(Origin), separator, cancellationToken))
        {
            report.Saw("rows");
            if (row["id"] is not { Length: <= 200 } id)
            {
                report.Add(new ImportProblem(row.Path, null, "no-id", "It has no id, or one longer than 200 characters."));
            }
            else if (!seen.Add(id))
            {
                report.Add(new ImportProblem(row.Path, id, "twice", "A row above has the same id; this one is left out."));
            }
            else
            {
                foreach (var record in reader.Read(row, id, report))
                {
                    yield return record;
                }
            }
        }
    }

    // A column that nobody reads is most often one that is misspelt, and a page that says "not found" is a table of one column without rows.
    private static void Check(IReadOnlyList<string> columns)
    {
        var unknown = columns.Where(column => column.Length > 0 && !CsvTemplate.Has(column)).Take(MostTold).Select(column => column.Length > LongestTold ? $"{column[..LongestTold]}…" : column).ToList();
        var lacking = CsvTemplate.Needed.Where(column => !columns.Contains(column, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count + lacking.Count > 0)
        {
            throw new ImportException(
                ImportFailure.NotByTemplate,
                $"The table is not by the template:{(lacking.Count > 0 ? $" it lacks {string.Join(", ", lacking)};" : "")}{(unknown.Count > 0 ? $" {string.Join(", ", unknown)} is no column of it;" : "")} nothing is taken from it.");
        }
    }

    // Spreadsheet programs of Finland write a semicolon, for their comma stands in numbers.
    private static async Task<(char Separator, IReadOnlyList<string> Columns)> HeaderOfAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = new byte[LongestHeader];
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Array.IndexOf(start, (byte)0, 0, Math.Min(read, 4)) >= 0)
        {
            throw new ImportException(ImportFailure.NotUtf8, "It is Unicode text of two bytes a letter (UTF-16), not UTF-8: save it as CSV UTF-8. Nothing is taken from it.");
        }

        var end = Array.IndexOf(start, (byte)'\n', 0, read);
        var header = Encoding.UTF8.GetString(start, 0, end < 0 ? read : end).TrimStart('\ufeff');
        var separator = header.Count(';') > header.Count(',') ? ';' : ',';
        return (separator, [.. header.Split(separator).Select(column => column.Trim().Trim('"').Trim())]);
    }

    /// <summary>The table, read row by row; what lies on disk stays there.</summary>
    private async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        if (wish.Sent is { } sent)
        {
            return sent;
        }

        if (wish.Address is { } address)
        {
            return new MemoryStream(await remote.ReadAsync(address, "text/csv", null, cancellationToken), writable: false);
        }

        return !File.Exists(wish.From) ? throw new ImportException(ImportFailure.NothingThere, $"There is no file {wish.From}.")
            : new FileInfo(wish.From).Length <= limits.MostBytes ? File.OpenRead(wish.From)
            : throw new ImportException(ImportFailure.TooLarge, $"{Path.GetFileName(wish.From)} is larger than {limits.MostBytes / 1024 / 1024} MB, which no table by the template is.");
    }
}

/// <summary>What is told of a table beside it; one that was sent is read from where it was put.</summary>
internal sealed record CsvWish(string From, Uri? Address, bool IsWhole, string Name, string? Licence, Stream? Sent = null);
