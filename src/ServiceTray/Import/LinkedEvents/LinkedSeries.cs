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

    /// <summary>Keeps what belongs to a series or a whole; false: the event stands by itself.</summary>
    public bool Keep(LinkedEvent told, RecordEntry entry)
    {
        if (told.SuperEventType == Recurring)
        {
            laid.Replace(Super, told.Id!, Row(entry));
            return true;
        }

        if (LinkedJson.IdOf(told.SuperEvent?.Address) is not { } super)
        {
            return false;
        }

        laid.Add(Part, super, Row(entry));
        return true;
    }

    /// <summary>Keeps one that stands by itself and refers to what is not known yet.</summary>
    public void Wait(RecordEntry entry) => laid.Add(Single, "", Row(entry));

    /// <summary>What waited: single ones, each series with its dates, which are read as they are asked for, and each part that stands by itself with its own.</summary>
    public IEnumerable<(LinkedEvent Event, string Path, IEnumerable<LinkedEvent> Dates)> Join()
    {
        foreach (var (path, told) in laid.All(Single).Select(Read))
        {
            yield return (told, path, [told]);
        }

        foreach (var (path, super) in laid.All(Super).Select(Read))
        {
            yield return (super, path, laid.Has(Part, super.Id!) ? laid.Each(Part, super.Id!).Select(row => Read(row).Event) : [super]);
        }

        foreach (var (path, part) in laid.All(Part).Select(Read).Where(part => !laid.Has(Super, LinkedJson.IdOf(part.Event.SuperEvent?.Address)!)))
        {
            yield return (part, path, [part]);
        }
    }

    public void Dispose() => laid.Dispose();

    private static ScratchRow Row(RecordEntry entry) => new(entry.Path, entry.Json.GetRawText());

    private static (string Path, LinkedEvent Event) Read(ScratchRow row) => (row.Path, JsonSerializer.Deserialize<LinkedEvent>(row.Body, LinkedJson.Options)!);
}
