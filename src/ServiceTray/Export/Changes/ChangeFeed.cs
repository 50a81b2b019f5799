using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;

namespace ServiceTray.Export.Changes;

/// <summary>Tells what has changed since a cursor, in the order of the commits, as it is now; what is gone leaves a tombstone, what was joined says into which.</summary>
internal sealed class ChangeFeed(IDbContextFactory<TrayContext> contexts, OfferingReader reader, OfferingTeller teller, OfferingIndexer indexer, Joins joins, DatabaseFacts facts)
{
    public const int MostAtOnce = 1_000;

    /// <summary>So much of the database's name stands in a cursor, that a cursor of another is not taken for one of this.</summary>
    private const int NameLength = 8;

    /// <summary>The next changes after a cursor (null: from the first on); the same thing stands once in it, where it changed last.</summary>
    /// <exception cref="CursorRefusedException">The cursor is none, or of a database that is gone.</exception>
    public async Task<ChangesAnswer> ReadAsync(string? after, int first, bool withRecords, CancellationToken cancellationToken)
    {
        var name = (await facts.OriginAsync(cancellationToken))[..NameLength];
        var last = indexer.State.Sequence;
        var from = after is null ? 0 : NumberOf(after, name, last);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Only what the index has taken in: what is read beside it is then of the same moment.
        var rows = await context.Changes.AsNoTracking().Where(change => change.Seq > from && change.Seq <= last).OrderBy(change => change.Seq).Take(first + 1).ToListAsync(cancellationToken);
        var told = rows.Take(first).GroupBy(row => (row.Kind, row.EntityId)).Select(group => group.Last()).OrderBy(row => row.Seq).ToList();
        var there = await ThereAsync(context, told, cancellationToken);
        var records = withRecords ? (await reader.ReadAsync([.. Ids(told, ChangeKind.Offering).Where(id => there.Contains(id) && !joins.IsJoined(id))], cancellationToken)).ToDictionary(placed => placed.Offering.Id) : [];
        return new ChangesAnswer
        {
            Items = [.. told.Select(row => Tell(row, name, there, records))],
            Next = Cursor(name, rows.Take(first).LastOrDefault()?.Seq ?? from),
            HasMore = rows.Count > first,
        };
    }

    /// <summary>All of them, some at a time.</summary>
    /// <exception cref="CursorRefusedException">The cursor is none, or of a database that is gone.</exception>
    public async IAsyncEnumerable<ChangeAnswer> ReadAllAsync(ChangesAnswer start, bool withRecords, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = start; ; page = await ReadAsync(page.Next, MostAtOnce, withRecords, cancellationToken))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (!page.HasMore)
            {
                yield break;
            }
        }
    }

    private ChangeAnswer Tell(Change row, string name, HashSet<Guid> there, Dictionary<Guid, PlacedOffering> records)
    {
        var into = row.Kind == ChangeKind.Offering && joins.IsJoined(row.EntityId) ? joins.RootOf(row.EntityId) : (Guid?)null;
        return new ChangeAnswer
        {
            Cursor = Cursor(name, row.Seq),
            Kind = row.Kind,
            Id = row.EntityId,
            At = row.At,
            State = into is not null ? ChangedState.Replaced : there.Contains(row.EntityId) ? ChangedState.Present : ChangedState.Removed,
            ReplacedBy = into,
            Offering = into is null && records.TryGetValue(row.EntityId, out var placed) ? teller.Tell(placed) : null,
        };
    }

    private static async Task<HashSet<Guid>> ThereAsync(TrayContext context, List<Change> told, CancellationToken cancellationToken)
    {
        var (offerings, organisations, places) = (Ids(told, ChangeKind.Offering), Ids(told, ChangeKind.Organisation), Ids(told, ChangeKind.Place));
        return
        [
            .. await context.Offerings.Where(row => offerings.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken),
            .. await context.Organisations.Where(row => organisations.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken),
            .. await context.Places.Where(row => places.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken),
        ];
    }

    private static List<Guid> Ids(List<Change> told, ChangeKind kind) => [.. told.Where(row => row.Kind == kind).Select(row => row.EntityId)];

    private static string Cursor(string name, long seq) => string.Create(CultureInfo.InvariantCulture, $"{name}-{seq}");

    private static long NumberOf(string cursor, string name, long last)
    {
        if (cursor.Split('-') is not [{ Length: NameLength } of, var number] || !of.All(char.IsAsciiHexDigitLower) || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            throw new CursorRefusedException(expired: false, "The cursor is not of this feed.");
        }

        return of == name && seq <= last ? seq : throw new CursorRefusedException(expired: true, "The cursor is of an earlier database: begin anew, without one.");
    }
}
