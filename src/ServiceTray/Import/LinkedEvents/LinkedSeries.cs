using System.Text.Json;
using ServiceTray.Data;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>Events that wait, laid aside on disk, until it is known what they belong to or refer to: dates of one series, parts of a whole that stand by themselves, or single ones.</summary>
internal sealed class LinkedSeries : IDisposable
{
    private const string Recurring = "recurring";
    private const string Super = "super";
    private const string Part = "part";
    private const string Single = "single";

    private readonly ScratchRows laid = new();
    private readonly Dictionary<string, (string Super, string Path)> parents = new(StringComparer.Ordinal);

    /// <summary>Keeps what belongs to a series or a whole; false: the event stands by itself.</summary>
    public bool Keep(LinkedEvent told, RecordEntry entry)
    {
        var super = LinkedJson.IdOf(told.SuperEvent?.Address);
        if (super is not null)
        {
            parents[told.Id!] = (super, entry.Path);
        }

        if (told.SuperEventType == Recurring)
        {
            laid.Replace(Super, told.Id!, Row(entry));
        }
        else if (super is not null)
        {
            laid.Add(Part, super, Row(entry));
        }

        return super is not null || told.SuperEventType == Recurring;
    }

    /// <summary>Keeps one that stands by itself and refers to what is not known yet.</summary>
    public void Wait(RecordEntry entry) => laid.Add(Single, "", Row(entry));

    /// <summary>Those whose super events lead round to themselves.</summary>
    public IEnumerable<(string Id, string Path)> Circles()
    {
        var walked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var start in parents.Keys)
        {
            var id = start;
            while (parents.TryGetValue(id, out var parent) && walked.TryAdd(id, start))
            {
                id = parent.Super;
            }

            // Where this walk meets itself is a circle, which is told once.
            for (var round = id; walked.GetValueOrDefault(round) == start; round = parents[round].Super)
            {
                walked[round] = "";
                yield return (round, parents[round].Path);
            }
        }
    }

    /// <summary>What waited: single ones, each series with its dates, which are read as they are asked for, and each part that stands by itself, as all in a circle do, with its own.</summary>
    public IEnumerable<(LinkedEvent Event, string Path, IEnumerable<LinkedEvent> Dates)> Join()
    {
        foreach (var (path, told) in laid.All(Single).Select(Read))
        {
            yield return (told, path, [told]);
        }

        var circles = Circles().Select(circle => circle.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, super) in laid.All(Super).Select(Read))
        {
            var dates = laid.Each(Part, super.Id!).Select(row => Read(row).Event).Where(date => !circles.Contains(date.Id!));
            yield return (super, path, dates.Any() ? dates : [super]);
        }

        foreach (var (path, part) in laid.All(Part).Select(Read).Where(part => circles.Contains(part.Event.Id!) || !laid.Has(Super, LinkedJson.IdOf(part.Event.SuperEvent?.Address)!)))
        {
            yield return (part, path, [part]);
        }
    }

    public void Dispose() => laid.Dispose();

    private static ScratchRow Row(RecordEntry entry) => new(entry.Path, entry.Json.GetRawText());

    private static (string Path, LinkedEvent Event) Read(ScratchRow row) => (row.Path, JsonSerializer.Deserialize<LinkedEvent>(row.Body, LinkedJson.Options)!);
}
