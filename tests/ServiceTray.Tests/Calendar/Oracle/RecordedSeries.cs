using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Tests.Calendar.Oracle;

/// <summary>A series, and its dates as another library counts them; made by recurrence.py.</summary>
internal sealed record RecordedSeries(
    DateTime Start,
    int Minutes,
    bool AllDay,
    string? Rule,
    IReadOnlyList<DateTime> Added,
    IReadOnlyList<DateTime> LeftOut,
    IReadOnlyList<RecordedChange> Changes,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<string> Dates)
{
    /// <summary>So many dates of a series are recorded, by their start, end and status.</summary>
    private const int MostDates = 25;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The recorded set.</summary>
    public static IReadOnlyList<RecordedSeries> ReadRecord()
    {
        using var stream = typeof(RecordedSeries).Assembly.GetManifestResourceStream("ServiceTray.Tests.Calendar.Oracle.record.ndjson.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        return Read(reader);
    }

    /// <summary>Fresh ones; null when the library is not installed.</summary>
    public static IReadOnlyList<RecordedSeries>? Make(string script, int count, int seed)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [script, $"{count}", $"{seed}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (!File.Exists(start.FileName))
        {
            return null;
        }

        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var made = Read(process.StandardOutput);
        process.WaitForExit();
        return process.ExitCode == 0 ? made : null;
    }

    /// <summary>The same series in the tray's terms.</summary>
    public Recurrence ToRecurrence()
    {
        string? issue = null;
        var rule = Rule is null ? null : RecurrenceRuleText.Read(Rule, LastDay, out issue);
        return issue is not null
            ? throw new FormatException($"{Rule}: {issue}")
            : new Recurrence(Start, TimeSpan.FromMinutes(Minutes), rule, AllDay, false, Added, LeftOut, [.. Changes.Select(change => change.ToChange(this))]);
    }

    /// <summary>The dates of it that the tray counts, written as in the record.</summary>
    public IReadOnlyList<string> Count() =>
    [
        .. ToRecurrence().From(From).TakeWhile(date => date.StartsAt < To)
            .Select(date => string.Create(CultureInfo.InvariantCulture, $"{date.StartsAt.UtcDateTime:yyyy-MM-ddTHH:mmZ} {date.EndsAt.UtcDateTime:yyyy-MM-ddTHH:mmZ} {(date.Status == EventStatus.Cancelled ? "CANCELLED" : "CONFIRMED")}"))
            .Distinct().Order(StringComparer.Ordinal).Take(MostDates),
    ];

    private static List<RecordedSeries> Read(TextReader reader)
    {
        var read = new List<RecordedSeries>();
        while (reader.ReadLine() is { } line)
        {
            read.Add(JsonSerializer.Deserialize<RecordedSeries>(line, Options)!);
        }

        return read;
    }

    private DateOnly? LastDay(string until) => RecurrenceText.LastDay(until, Start);
}

/// <summary>A date that was changed, as recorded.</summary>
internal sealed record RecordedChange(DateTime At, DateTime Starts, int Minutes, string Status)
{
    public ChangedDate ToChange(RecordedSeries series) => new(
        At,
        Status == "CANCELLED" ? EventStatus.Cancelled : EventStatus.Moved,
        Starts == At ? null : Starts,
        Minutes == series.Minutes ? null : TimeSpan.FromMinutes(Minutes));
}
