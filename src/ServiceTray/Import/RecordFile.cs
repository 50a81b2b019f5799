using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace ServiceTray.Import;

/// <summary>Reads the records of one file: a record a line, an array, or a page of records as an API answers it.</summary>
internal static class RecordFile
{
    /// <summary>What lies in memory at once is no longer than this: a line, one record of an array, or a file that is neither, which is a page and not a register.</summary>
    private const int LargestPage = 32 * 1024 * 1024;

    private static readonly string[] Endings = [".ndjson", ".jsonl", ".json"];
    private static readonly string[] Envelopes = ["itemList", "data", "contents", "items"];

    /// <summary>The files of a path, in an order of their own.</summary>
    /// <exception cref="ImportException">There is none.</exception>
    public static IReadOnlyList<string> In(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new ImportException(ImportFailure.NothingThere, $"There is no file or folder {path}.");
        }

        var files = Directory.EnumerateFiles(path).Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new ImportException(ImportFailure.NothingThere, $"There is no .ndjson, .jsonl or .json file in {path}.");
    }

    /// <summary>The records of a page as an API answers it; null: it is none. What has an id is a record, whatever lists it holds.</summary>
    public static JsonElement? Envelope(JsonElement page)
    {
        if (page.ValueKind == JsonValueKind.Object && (page.TryGetProperty("id", out _) || page.TryGetProperty("contentId", out _)))
        {
            return null;
        }

        foreach (var name in Envelopes)
        {
            if (page.ValueKind == JsonValueKind.Object && page.TryGetProperty(name, out var records) && records.ValueKind == JsonValueKind.Array)
            {
                return records;
            }
        }

        return null;
    }

    /// <summary>The records; a line that is no JSON is reported and the rest goes on.</summary>
    /// <exception cref="ImportException">The file is empty, ends in the middle, or is no JSON as a whole.</exception>
    public static async IAsyncEnumerable<RecordEntry> ReadAsync(string file, ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        var entries = await IsArrayAsync(file, cancellationToken) ? ArrayAsync(file, name, cancellationToken)
            : await IsLinesAsync(file, cancellationToken) ? LinesAsync(file, name, report, cancellationToken)
            : PageAsync(file, name, cancellationToken);
        await foreach (var entry in entries)
        {
            if (Envelope(entry.Json) is { } page)
            {
                foreach (var (i, item) in page.EnumerateArray().Index())
                {
                    yield return new RecordEntry(FormattableString.Invariant($"{entry.Path} $[{i}]"), item);
                }
            }
            else
            {
                yield return entry;
            }
        }
    }

    /// <summary>Whether each line is a record: the first is whole, or the second does not go on with it, so that the first is broken.</summary>
    private static async Task<bool> IsLinesAsync(string file, CancellationToken cancellationToken)
    {
        var first = new List<string>();
        await foreach (var line in RecordLines.ReadAsync(file, LargestPage, cancellationToken))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                first.Add(line);
            }

            if (first.Count == 2)
            {
                break;
            }
        }

        return first switch
        {
            [] => throw new ImportException(ImportFailure.NothingThere, $"{Path.GetFileName(file)} is empty."),
            [var line, ..] when Parse(line) is not null => true,
            [var line, var next] => !CouldGoOn($"{line}\n{next}"),
            _ => false,
        };
    }

    private static async IAsyncEnumerable<RecordEntry> LinesAsync(
        string file, string name, ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        (string Path, string Line)? broken = null;
        await foreach (var line in RecordLines.ReadAsync(file, LargestPage, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (broken is { } before)
            {
                // More follows, so it was the line that is broken, not the file that ends early.
                report.Add(new ImportProblem(before.Path, null, "not-json", "The line is no JSON."));
                broken = null;
            }

            var path = FormattableString.Invariant($"{name}:{number}");
            if (Parse(line) is { } json)
            {
                yield return new RecordEntry(path, json);
            }
            else
            {
                broken = (path, line);
            }
        }

        if (broken is { } last)
        {
            if (CouldGoOn(last.Line))
            {
                throw new ImportException(ImportFailure.CutShort, $"{last.Path}: the file ends in the middle of a record; nothing is taken from it.");
            }

            report.Add(new ImportProblem(last.Path, null, "not-json", "The line is no JSON."));
        }
    }

    /// <summary>A page; its records are good until the next is asked for.</summary>
    private static async IAsyncEnumerable<RecordEntry> PageAsync(string file, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        using var page = stream.Length <= LargestPage
            ? await CheckedAsync(name, () => JsonDocument.ParseAsync(stream, default, cancellationToken))
            : throw new ImportException(ImportFailure.TooLarge, $"{name} is larger than a page; lay it as an array or a record a line.");
        yield return new RecordEntry(name, page.RootElement);
    }

    private static async IAsyncEnumerable<RecordEntry> ArrayAsync(string file, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new BoundedStream(File.OpenRead(file), LargestPage, name);
        var records = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, JsonSerializerOptions.Web, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = records;
        for (var i = 0; await CheckedAsync(name, () => records.MoveNextAsync().AsTask()); i++)
        {
            stream.Begin();
            yield return new RecordEntry(FormattableString.Invariant($"{name}[{i}]"), records.Current);
        }
    }

    private static async Task<bool> IsArrayAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var start = new byte[64];
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        var told = start.AsSpan(0, read);
        told = told.StartsWith(Encoding.UTF8.Preamble) ? told[Encoding.UTF8.Preamble.Length..] : told;
        return told.TrimStart(" \t\r\n"u8).StartsWith("["u8);
    }

    private static async Task<T> CheckedAsync<T>(string name, Func<Task<T>> parse)
    {
        try
        {
            return await parse();
        }
        catch (JsonException exception)
        {
            throw new ImportException(ImportFailure.WrongShape, $"{name} is no whole JSON; nothing is taken from it. {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static JsonElement? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a text is the beginning of JSON, with nothing wrong but that it may end too early.</summary>
    private static bool CouldGoOn(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
