namespace ServiceTray.Places;

/// <summary>Completes the beginning of a name.</summary>
internal sealed class NameCompletion
{
    private const int Shortest = 2;
    private const int Most = 100;

    private readonly PlaceName[] sorted;

    /// <summary>Over the names of an index.</summary>
    public NameCompletion(NameIndex index) => sorted = [.. index.All.OrderBy(name => name.Key, StringComparer.Ordinal)];

    /// <summary>Spots whose name begins so: municipalities, counties, then areas, each by name.</summary>
    public IReadOnlyList<Spot> Of(string beginning)
    {
        if (beginning.Length < Shortest)
        {
            return [];
        }

        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(sorted[middle].Key, beginning) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return [.. sorted.Skip(low).TakeWhile(name => name.Key.StartsWith(beginning, StringComparison.Ordinal))
            .Select(name => name.Spot).DistinctBy(spot => spot, ReferenceEqualityComparer.Instance)
            .OrderBy(SpotOrder.Rank)
            .Take(Most)];
    }
}
