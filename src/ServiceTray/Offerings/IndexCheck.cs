using System.Globalization;
using ServiceTray.Data;
using ServiceTray.Search;

namespace ServiceTray.Offerings;

/// <summary>Compares the stored index with the database.</summary>
internal sealed class IndexCheck(SearchIndex index, OfferingReader reader, DatabaseFacts facts, TrayDatabase database)
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

        var stored = (await reader.ReadAllAsync(cancellationToken)).Select(placed => placed.Offering.Id).ToHashSet();
        problems.AddRange(stored.Except(index.Keys).Order().Select(id => $"Not in the index: {id}"));
        problems.AddRange(index.Keys.Except(stored).Order().Select(id => $"Not in the database: {id}"));
        return problems;
    }
}
