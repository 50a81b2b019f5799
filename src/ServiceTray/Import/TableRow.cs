using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace ServiceTray.Import;

/// <summary>A row of a table, by the names of its columns; an empty cell is null.</summary>
internal sealed class TableRow
{
    // A cell that is never closed would take in the rest of the file; cut at its end, the file is not trusted.
    private static readonly CsvReaderOptions Options = new() { MaxRecordSize = 4 * 1024 * 1024, TrackLineNumbers = true, PoolStrings = true, OnMalformedRecord = Refuse };

    private readonly string?[] cells;

    private TableRow(string path, TableColumns columns, string?[] cells) => (Path, Columns, this.cells) = (path, columns, cells);

    /// <summary>The file and the line on which the row begins.</summary>
    public string Path { get; }

    /// <summary>The columns, as the header names them.</summary>
    public TableColumns Columns { get; }

    public string? this[string column] => Columns.At(column) is { } at && at < cells.Length ? cells[at] : null;

    /// <summary>A row of these columns whose cells were written by <see cref="ToJson"/>.</summary>
    public static TableRow FromJson(string path, TableColumns columns, string cells) => new(path, columns, JsonSerializer.Deserialize<string?[]>(cells)!);

    /// <summary>Its cells, so that it can be laid aside.</summary>
    public string ToJson() => JsonSerializer.Serialize(cells);

    /// <summary>The rows of a table one by one.</summary>
    /// <exception cref="ImportException">It is no table, or not UTF-8.</exception>
    public static async IAsyncEnumerable<TableRow> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        await foreach (var row in ReadAsync(stream, System.IO.Path.GetFileName(file), ',', cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>The rows of a table one by one, with what stands between its cells.</summary>
    /// <exception cref="ImportException">It is no table, or not UTF-8.</exception>
    public static async IAsyncEnumerable<TableRow> ReadAsync(Stream stream, string name, char separator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
        await using var csv = CsvReader.Create(text, Options with { Separator = separator });
        TableColumns? columns = null;
        while (await NextAsync(csv, name, cancellationToken))
        {
            columns ??= new TableColumns(csv.Headers);
            yield return new TableRow(
                FormattableString.Invariant($"{name}:{csv.LineNumber}"), columns, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Select(cell => string.IsNullOrWhiteSpace(cell) ? null : cell.Trim())]);
        }
    }

    public double? Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static void Refuse(CsvMalformedRecord wrong)
    {
        if (wrong.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw new CsvFormatException("A cell is never closed.", wrong.RecordNumber, wrong.ByteOffset);
        }
    }

    private static async Task<bool> NextAsync(CsvReader csv, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException(ImportFailure.NotUtf8, $"{name} is not UTF-8; nothing is taken from it.");
        }
        catch (CsvFormatException wrong)
        {
            throw new ImportException(ImportFailure.WrongShape, $"{name} is no table of comma-separated values, at row {wrong.RecordNumber}.");
        }
    }
}
