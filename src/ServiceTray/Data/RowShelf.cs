using Microsoft.EntityFrameworkCore;

namespace ServiceTray.Data;

/// <summary>Reads rows by id and keeps them until they change, since every answer shows some of the same few thousand; what it gives is never altered.</summary>
internal sealed class RowShelf<T>(IDbContextFactory<TrayContext> contexts)
    where T : class
{
    /// <summary>Rows kept at most; beyond them rows are read anew each time.</summary>
    private const int Capacity = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, T> kept = [];
    private long drops;

    /// <summary>The rows of these ids that there are.</summary>
    public async Task<IReadOnlyDictionary<Guid, T>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, T>(ids.Count);
        var missing = new List<Guid>();
        long before;
        lock (gate)
        {
            before = drops;
            foreach (var id in ids.Distinct())
            {
                if (kept.TryGetValue(id, out var row))
                {
                    found.Add(id, row);
                }
                else
                {
                    missing.Add(id);
                }
            }
        }

        if (missing.Count > 0)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await context.Set<T>().AsNoTracking().Where(row => missing.Contains(EF.Property<Guid>(row, "Id")))
                .Select(row => new { Id = EF.Property<Guid>(row, "Id"), Row = row }).ToListAsync(cancellationToken);
            lock (gate)
            {
                foreach (var read in rows)
                {
                    found.Add(read.Id, read.Row);

                    // A row that changed while it was read may be the old one: it is given once and not kept.
                    if (drops == before && kept.Count < Capacity)
                    {
                        kept[read.Id] = read.Row;
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Forgets rows that changed.</summary>
    public void Drop(IEnumerable<Guid> ids)
    {
        lock (gate)
        {
            drops++;
            foreach (var id in ids)
            {
                kept.Remove(id);
            }
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (gate)
        {
            drops++;
            kept.Clear();
        }
    }
}
