namespace ServiceTray.Import.LinkedEvents;

/// <summary>Events that belong to another, until it is known what that is: dates of one series, or parts of a whole that stand by themselves.</summary>
internal sealed class LinkedSeries
{
    private const string Recurring = "recurring";

    private readonly Dictionary<string, (LinkedEvent Super, string Path)> supers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(LinkedEvent Event, string Path)>> parts = new(StringComparer.Ordinal);

    /// <summary>Keeps what must wait; false: the event stands by itself.</summary>
    public bool Keep(LinkedEvent told, string path)
    {
        if (told.SuperEventType == Recurring)
        {
            supers[told.Id!] = (told, path);
            return true;
        }

        if (LinkedJson.IdOf(told.SuperEvent?.Address) is not { } super)
        {
            return false;
        }

        if (!parts.TryGetValue(super, out var together))
        {
            parts[super] = together = [];
        }

        together.Add((told, path));
        return true;
    }

    /// <summary>Each series with its dates, and each part that stands by itself with its own.</summary>
    public IEnumerable<(LinkedEvent Event, string Path, IReadOnlyList<LinkedEvent> Dates)> Join()
    {
        foreach (var (id, (super, path)) in supers)
        {
            var dates = parts.GetValueOrDefault(id) is { Count: > 0 } together ? [.. together.Select(part => part.Event)] : (IReadOnlyList<LinkedEvent>)[super];
            yield return (super, path, dates);
        }

        foreach (var (part, path) in parts.Where(pair => !supers.ContainsKey(pair.Key)).SelectMany(pair => pair.Value))
        {
            yield return (part, path, [part]);
        }
    }
}
