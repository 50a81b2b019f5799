using System.Runtime.CompilerServices;
using System.Text.Json;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.Lahella;

/// <summary>Activities of one organiser as Lähellä.fi exports them: pages with <c>items</c>, an array, or one a line. The service has no open interface, so it is read from files alone.</summary>
internal sealed class LahellaSource(LahellaWish wish, TermRules rules, Regions regions, TimeProvider clock) : ISource
{
    public const string SourceName = "lahella";

    public string Name => wish.Name;

    public string Origin => wish.From;

    public bool IsWhole => wish.IsWhole;

    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        report.Rules = rules.Version;
        var now = clock.GetUtcNow();
        var reader = new LahellaReader(wish, rules, new LahellaPlaceReader(wish.Name, regions), regions, now);
        var seen = new HashSet<Guid>();
        yield return reader.Organisation();
        foreach (var file in RecordFile.In(wish.From))
        {
            await foreach (var entry in RecordFile.ReadAsync(file, report, cancellationToken))
            {
                report.Saw("activities");
                if (Read(entry, report) is not { } told)
                {
                    continue;
                }

                var id = Source.IdOf(wish.Name, told.Key!);
                if (!seen.Add(id))
                {
                    report.Leave("told-twice");
                }
                else if (Hidden(told, now) is { } why)
                {
                    report.Leave(why);
                    yield return new IncomingRemoval(id);
                }
                else
                {
                    var (places, offering) = reader.Read(told, (reason, message) => report.Add(new ImportProblem(entry.Path, told.Key, reason, message)));
                    foreach (var place in places.Where(place => seen.Add(place.Id)))
                    {
                        yield return new IncomingPlace(place);
                    }

                    yield return offering ?? (IncomingRecord)new IncomingUnread(id);
                }
            }
        }
    }

    private static LahellaActivity? Read(RecordEntry entry, ImportReport report)
    {
        try
        {
            if (entry.Json.ValueKind == JsonValueKind.Object && entry.Json.Deserialize<LahellaActivity>(LahellaActivity.Json) is { Key.Length: > 0 } told)
            {
                return told;
            }

            report.Add(new ImportProblem(entry.Path, null, "not-a-record", "It is no activity with a _key."));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            report.Add(new ImportProblem(entry.Path, null, "unreadable", $"{(fault as JsonException)?.Path ?? "A text"} is not what it should be."));
        }

        return null;
    }

    /// <summary>Why an activity is not to be seen there now; null: it is.</summary>
    private static string? Hidden(LahellaActivity told, DateTimeOffset now)
    {
        var millisecond = now.ToUnixTimeMilliseconds();
        return told.Status != "published" ? "not-published"
            : told.Tags?.Visibility?.End < millisecond ? "no-longer-visible"
            : told.Tags?.Visibility?.Start > millisecond ? "not-yet-visible"
            : null;
    }
}

/// <summary>What is told of an export beside it: where it lies, what it is called here, and whose it is.</summary>
internal sealed record LahellaWish(string From, bool IsWhole, string Name, string Organisation, string? Licence);
