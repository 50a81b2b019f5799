using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace ServiceTray.Import.Ptv;

/// <summary>Reads the records of one file: a record a line, an array, or the register's page of records.</summary>
internal static class PtvFile
{
    /// <summary>The records; a line that is no JSON is reported and the rest goes on.</summary>
    /// <exception cref="ImportException">The file is empty, ends in the middle, or is no JSON as a whole.</exception>
    public static async IAsyncEnumerable<PtvEntry> ReadAsync(string file, ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        var entries = await IsLinesAsync(file, cancellationToken)
            ? LinesAsync(file, name, report, cancellationToken)
            : WholeAsync(file, name, cancellationToken);
        await foreach (var entry in entries)
        {
            if (entry.Json.ValueKind == JsonValueKind.Object && entry.Json.TryGetProperty("itemList", out var page) && page.ValueKind == JsonValueKind.Array)
            {
                foreach (var (i, item) in page.EnumerateArray().Index())
                {
                    yield return new PtvEntry(FormattableString.Invariant($"{entry.Path} $.itemList[{i}]"), item);
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
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
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
            [] => throw new ImportException($"{Path.GetFileName(file)} is empty."),
            [['[', ..], ..] => false,
            [var line, ..] when Parse(line) is not null => true,
            [var line, var next] => !CouldGoOn($"{line}\n{next}"),
            _ => false,
        };
    }

    private static async IAsyncEnumerable<PtvEntry> LinesAsync(
        string file, string name, ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        (string Path, string Line)? broken = null;
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
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
                yield return new PtvEntry(path, json);
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
                throw new ImportException($"{last.Path}: the file ends in the middle of a record; nothing is taken from it.");
            }

            report.Add(new ImportProblem(last.Path, null, "not-json", "The line is no JSON."));
        }
    }

    private static async IAsyncEnumerable<PtvEntry> WholeAsync(string file, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var document = await ParseAsync(file, name, cancellationToken);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            yield return new PtvEntry(name, document.RootElement.Clone());
            yield break;
        }

        foreach (var (i, item) in document.RootElement.EnumerateArray().Index())
        {
            yield return new PtvEntry(FormattableString.Invariant($"{name}[{i}]"), item.Clone());
        }
    }

    private static async Task<JsonDocument> ParseAsync(string file, string name, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        try
        {
            return await JsonDocument.ParseAsync(stream, default, cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new ImportException($"{name} is no whole JSON; nothing is taken from it. {exception.Message.ReplaceLineEndings(" ")}");
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
