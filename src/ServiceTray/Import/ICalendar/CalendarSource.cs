using System.Runtime.CompilerServices;
using System.Text;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Import.Remote;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Import.ICalendar;

/// <summary>The events of a calendar that somebody keeps as iCalendar (RFC 5545), all offered by one organisation.</summary>
internal sealed class CalendarSource(CalendarWish wish, RemoteClient remote, RemoteLimits limits, TermRules rules, Regions regions, Gazetteer gazetteer, TimeProvider clock) : ISource
{
    private const string Kind = "event";

    public string Name => wish.Name;

    public string Origin => wish.Address is { } address ? limits.Shown(address) : wish.From;

    public bool IsWhole => wish.IsWhole;

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        report.Rules = rules.Version;
        using var laid = new ScratchRows();
        var zones = new CalendarZones();
        var (tooLong, hidden) = await LayAsync(laid, zones, report, cancellationToken);
        var now = clock.GetUtcNow();
        var reader = new CalendarEventReader(wish, rules, regions, gazetteer, now);
        yield return reader.Organisation();

        // What changes one date stands under the same UID as the series, which need not be near it.
        foreach (var told in Together(laid, zones, HelsinkiTime.Local(now).DateTime).Where(told => !tooLong.Contains(told.Uid)))
        {
            foreach (var record in reader.Read(told, report))
            {
                yield return record;
            }
        }

        foreach (var uid in tooLong)
        {
            yield return new IncomingUnread(reader.IdOf(uid));
        }

        // What was public before goes from the tray, though it may be over.
        foreach (var uid in hidden.Where(uid => !tooLong.Contains(uid) && !laid.Has(Kind, uid)))
        {
            yield return new IncomingRemoval(reader.IdOf(uid));
        }
    }

    /// <summary>Lays every event aside by its UID: a calendar of a hundred thousand is no more in memory than one of ten. Gives the UIDs of those too long to be read, and of those kept private.</summary>
    private async Task<(HashSet<string> TooLong, HashSet<string> Hidden)> LayAsync(ScratchRows laid, CalendarZones zones, ImportReport report, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(Origin);
        var (tooLong, hidden) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        using var text = new StreamReader(await OpenAsync(cancellationToken), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            foreach (var entry in CalendarEntry.Read(text, name, zones))
            {
                report.Saw("events");
                if (entry.Uid is not { Length: > 0 and < 500 } uid)
                {
                    report.Add(new ImportProblem(entry.Path, null, "no-id", "It has no UID, so it cannot be known again."));
                }
                else if (entry.IsPrivate)
                {
                    hidden.Add(uid);
                    report.Leave("not-published");
                }
                else if (entry.IsTooLong)
                {
                    report.Add(new ImportProblem(entry.Path, uid, "too-large", "It tells more than an event of people does; it is left as it was."));
                    tooLong.Add(uid);
                }
                else
                {
                    laid.Add(Kind, uid, new ScratchRow(entry.Path, entry.Body()));
                }
            }

            return (tooLong, hidden);
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException(ImportFailure.NotUtf8, $"{name} is not UTF-8; nothing is taken from it.");
        }
    }

    private static IEnumerable<CalendarTold> Together(ScratchRows laid, CalendarZones zones, DateTime now)
    {
        CalendarTold? told = null;
        foreach (var entry in laid.All(Kind).Select(row => CalendarEntry.FromBody(row.Path, row.Body, zones)))
        {
            if (told is not null && told.Uid != entry.Uid)
            {
                yield return told;
                told = null;
            }

            told ??= new CalendarTold(entry, now);
            told.Add(entry);
        }

        if (told is not null)
        {
            yield return told;
        }
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        if (wish.Address is { } address)
        {
            return new MemoryStream(await remote.ReadAsync(address, "text/calendar", null, cancellationToken), writable: false);
        }

        return !File.Exists(wish.From) ? throw new ImportException(ImportFailure.NothingThere, $"There is no file {wish.From}.")
            : new FileInfo(wish.From).Length <= limits.MostBytes ? File.OpenRead(wish.From)
            : throw new ImportException(ImportFailure.TooLarge, $"{Path.GetFileName(wish.From)} is larger than {limits.MostBytes / 1024 / 1024} MB, which no calendar is.");
    }
}

/// <summary>What is told of a calendar beside it: what it is called here, whose it is, in which language, and what its events are about when they do not tell.</summary>
internal sealed record CalendarWish(string From, Uri? Address, bool IsWhole, string Name, string Organisation, string Language, ThemeCode? Theme, string? Licence);
