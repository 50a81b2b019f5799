using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using ServiceTray.Import.Remote;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Import.ICalendar;

/// <summary>The events of a calendar that somebody keeps as iCalendar (RFC 5545), all offered by one organisation.</summary>
internal sealed class CalendarSource(CalendarWish wish, RemoteClient remote, RemoteLimits limits, TermRules rules, Regions regions, Gazetteer gazetteer, TimeProvider clock) : ISource
{
    public string Name => wish.Name;

    public string Origin => wish.Address is { } address ? limits.Shown(address) : wish.From;

    public bool IsWhole => wish.IsWhole;

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        report.Rules = rules.Version;
        var text = await TextAsync(cancellationToken);
        var reader = new CalendarEventReader(wish, rules, regions, gazetteer, clock.GetUtcNow());
        yield return reader.Organisation();

        var entries = new List<CalendarEntry>();
        foreach (var entry in CalendarEntry.Read(text, Path.GetFileName(Origin)))
        {
            report.Saw("events");
            if (entry.Uid is { Length: > 0 and < 500 })
            {
                entries.Add(entry);
            }
            else
            {
                report.Add(new ImportProblem(entry.Path, null, "no-id", "It has no UID, so it cannot be known again."));
            }
        }

        // What changes one date stands under the same UID as the series.
        foreach (var together in entries.GroupBy(entry => entry.Uid!, StringComparer.Ordinal))
        {
            var main = together.Where(entry => entry["RECURRENCE-ID"] is null).OrderBy(entry => entry["SEQUENCE"]?.Value.Length).ThenBy(entry => entry["SEQUENCE"]?.Value, StringComparer.Ordinal).LastOrDefault() ?? together.First();
            foreach (var record in reader.Read(main, [.. together.Where(entry => entry["RECURRENCE-ID"] is not null && entry != main)], report))
            {
                yield return record;
            }
        }
    }

    private async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        byte[] bytes;
        if (wish.Address is { } address)
        {
            bytes = await remote.ReadAsync(address, "text/calendar", null, cancellationToken);
        }
        else
        {
            if (!File.Exists(wish.From))
            {
                throw new ImportException($"There is no file {wish.From}.");
            }

            bytes = new FileInfo(wish.From).Length <= limits.MostBytes
                ? await File.ReadAllBytesAsync(wish.From, cancellationToken)
                : throw new ImportException($"{Path.GetFileName(wish.From)} is larger than {limits.MostBytes / 1024 / 1024} MB, which no calendar is.");
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes).TrimStart('\ufeff') : throw new ImportException($"{Path.GetFileName(Origin)} is not UTF-8; nothing is taken from it.");
    }
}

/// <summary>What is told of a calendar beside it: what it is called here, whose it is, in which language, and what its events are about when they do not tell.</summary>
internal sealed record CalendarWish(string From, Uri? Address, bool IsWhole, string Name, string Organisation, string Language, ThemeCode? Theme, string? Licence);
