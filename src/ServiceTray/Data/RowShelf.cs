using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace ServiceTray.Data;

/// <summary>Reads rows by id and keeps them until they change, since reading one costs more than finding it; what it gives is never altered.</summary>
internal sealed class RowShelf<T>(IDbContextFactory<TrayContext> contexts)
    where T : class
{
    /// <summary>What a row takes in memory with its lists and texts, about.</summary>
    private const long BytesOfRow = 4_096;

    /// <summary>Ids in one statement: SQLite takes no more than 32,766 values.</summary>
    private const int AtOnce = 1_000;

    /// <summary>
    /// Rows kept at most, a tenth of the memory that the process may use, in two shelves: when the newer is full it becomes the older, and
    /// what was there and not asked for since goes.
    /// </summary>
    private static readonly int Capacity = (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 10 / BytesOfRow, 20_000, 1_000_000);

    private readonly Lock gate = new();
    private volatile Shelves shelves = new([], []);

    // Put on the newer shelf since it was empty: a dictionary for many threads counts its own by locking all of it.
    private int put;
    private long drops;

    /// <summary>A row that is on the shelf.</summary>
    public bool TryTake(Guid id, [NotNullWhen(true)] out T? row)
    {
        var now = shelves;
        return now.Newer.TryGetValue(id, out row) || (now.Older.TryGetValue(id, out row) && Move(id, row));
    }

    /// <summary>The rows of these ids that there are.</summary>
    public async Task<IReadOnlyDictionary<Guid, T>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, T>(ids.Count);
        var missing = new HashSet<Guid>();
        var before = Volatile.Read(ref drops);
        foreach (var id in ids)
        {
            if (TryTake(id, out var row))
            {
                found[id] = row;
            }
            else
            {
                missing.Add(id);
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
                shelves.Newer.TryRemove(id, out _);
                shelves.Older.TryRemove(id, out _);
            }
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (gate)
        {
            drops++;
            (shelves, put) = (new([], []), 0);
        }
    }

    private bool Move(Guid id, T row)
    {
        lock (gate)
        {
            if (shelves.Older.TryRemove(new(id, row)))
            {
                Keep(id, row);
            }
        }

        return true;
    }

    private void Keep(Guid id, T row)
    {
        if (put >= Capacity / 2)
        {
            (shelves, put) = (new([], shelves.Newer), 0);
        }

        put++;
        shelves.Newer[id] = row;
    }

    private sealed record Shelves(ConcurrentDictionary<Guid, T> Newer, ConcurrentDictionary<Guid, T> Older);
}
