using Microsoft.EntityFrameworkCore;

namespace ServiceTray.Data;

/// <summary>Reads rows by id and keeps them until they change, since every answer shows some of the same few thousand; what it gives is never altered.</summary>
internal sealed class RowShelf<T>(IDbContextFactory<TrayContext> contexts)
    where T : class
{
    /// <summary>Rows kept at most, in two shelves: when the newer is full it becomes the older, and what was there and not asked for since goes.</summary>
    private const int Capacity = 20_000;

    /// <summary>Ids in one statement: SQLite takes no more than 32,766 values.</summary>
    private const int AtOnce = 1_000;

    private readonly Lock gate = new();
    private Dictionary<Guid, T> newer = [];
    private Dictionary<Guid, T> older = [];
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
                if (KeptOrNull(id) is { } row)
                {
                    found.Add(id, row);
                }
                else
                {
                    missing.Add(id);
                }
            }
        }

        foreach (var some in missing.Chunk(AtOnce))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await context.Set<T>().AsNoTracking().Where(row => some.Contains(EF.Property<Guid>(row, "Id")))
                .Select(row => new { Id = EF.Property<Guid>(row, "Id"), Row = row }).ToListAsync(cancellationToken);
            lock (gate)
            {
                foreach (var read in rows)
                {
                    found.Add(read.Id, read.Row);

                    // A row that changed while it was read may be the old one: it is given once and not kept.
                    if (drops == before)
                    {
                        Keep(read.Id, read.Row);
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
                newer.Remove(id);
                older.Remove(id);
            }
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (gate)
        {
            drops++;
            newer.Clear();
            older.Clear();
        }
    }

    private T? KeptOrNull(Guid id)
    {
        if (newer.TryGetValue(id, out var row))
        {
            return row;
        }

        if (older.Remove(id, out row))
        {
            Keep(id, row);
        }

        return row;
    }

    private void Keep(Guid id, T row)
    {
        if (newer.Count >= Capacity / 2)
        {
            (older, newer) = (newer, []);
        }

        newer[id] = row;
    }
}
