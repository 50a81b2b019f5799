using System.Globalization;
using ServiceTray.Data;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Search;

namespace ServiceTray.Offerings;

/// <summary>Compares the stored index with the database.</summary>
internal sealed class IndexCheck(SearchIndex index, OfferingReader reader, Joins joins, DatabaseFacts facts, TrayDatabase database)
{
    /// <summary>A line for each difference.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        if (!index.TryLoad(database.IndexFile, out var reason, await facts.OriginAsync(cancellationToken)))
        {
            return [$"The stored index cannot be used: {reason}"];
        }

        var problems = new List<string>();
        var last = await facts.LastSequenceAsync(cancellationToken);
        if (index.Sequence != last)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The index stands at change {index.Sequence}, the database at {last}."));
        }

        await joins.ReadAsync(cancellationToken);
        var stored = (await reader.ReadAllAsync(cancellationToken)).Select(placed => placed.Offering.Id).Where(id => !joins.IsJoined(id)).ToHashSet();
        problems.AddRange(stored.Except(index.Keys).Order().Select(id => $"Not in the index: {id}"));
        problems.AddRange(index.Keys.Except(stored).Order().Select(id => $"Not in the database: {id}"));
        return problems;
    }
}
