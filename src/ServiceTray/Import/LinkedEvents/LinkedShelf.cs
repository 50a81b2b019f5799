using System.Text.Json;
using ServiceTray.Data;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>Records by their ids: some thousands of short ones in memory, all others on disk. A town has tens of thousands of places, and a register of keywords more.</summary>
internal sealed class LinkedShelf<T> : IDisposable
    where T : class
{
    private const int MostAtHand = 4_000;
    private const int LongestAtHand = 2_000;
    private const string Kind = "record";

    private readonly Dictionary<string, T> atHand = new(StringComparer.Ordinal);
    private readonly Lazy<ScratchRows> laid = new(() => new ScratchRows());

    /// <summary>Keeps it; of two with one id the later.</summary>
    public void Add(string? id, T record)
    {
        if (id is null)
        {
            return;
        }

        atHand.Remove(id);
        var told = JsonSerializer.Serialize(record, LinkedJson.Options);
        if (atHand.Count < MostAtHand && told.Length <= LongestAtHand)
        {
            atHand[id] = record;
            return;
        }

        laid.Value.Replace(Kind, id, new ScratchRow("", told));
    }

    /// <summary>The record of an id; null: it is not known.</summary>
    public T? Find(string? id) =>
        id is null ? null
        : atHand.TryGetValue(id, out var record) ? record
        : laid.IsValueCreated && laid.Value.Of(Kind, id) is [.., var row] ? JsonSerializer.Deserialize<T>(row.Body, LinkedJson.Options)
        : null;

    public void Dispose()
    {
        if (laid.IsValueCreated)
        {
            laid.Value.Dispose();
        }
    }
}
