namespace ServiceTray.Places;

/// <summary>Puts what the names in an address may mean in order, best first.</summary>
internal static class SpotOrder
{
    /// <summary>
    /// Areas inside a municipality or county that is named beside them; then municipalities, the last named first, as in
    /// an address; then counties; an area alone comes when nothing named beside it speaks against it.
    /// </summary>
    public static IEnumerable<Spot> Of(IReadOnlyList<IReadOnlyList<NameMatch>> names, Regions regions)
    {
        if (names.Count == 1)
        {
            return names[0].OrderBy(match => match.Fit).ThenBy(match => Rank(match.Spot)).Select(match => match.Spot);
        }

        var inside = names.SelectMany((matches, i) => matches
            .Where(match => match.Spot.Precision == SpotPrecision.Area && names.Where((_, j) => j != i).Any(others => Holds(others, match.Spot, regions)))
            .Select(match => match.Spot));
        var wholes = names.Reverse().SelectMany(matches => matches).Where(match => match.Spot.Precision != SpotPrecision.Area)
            .OrderBy(match => Rank(match.Spot)).Select(match => match.Spot);
        var found = inside.Concat(wholes).ToList();
        return found.Count > 0 ? found : names.SelectMany(matches => matches).Select(match => match.Spot);
    }

    /// <summary>The greater place first, but a municipality before a county: people live in municipalities.</summary>
    public static int Rank(Spot spot) => spot.Precision switch
    {
        SpotPrecision.Municipality => 0,
        SpotPrecision.County => 1,
        _ => 2,
    };

    private static bool Holds(IReadOnlyList<NameMatch> others, Spot area, Regions regions) => others.Any(other => other.Spot.Precision switch
    {
        SpotPrecision.Municipality => string.Equals(other.Spot.Municipality?.Code, area.Municipality?.Code, StringComparison.Ordinal),
        SpotPrecision.County => other.Spot.Label.Equals(regions[area.Municipality?.County]?.Name),
        _ => false,
    });
}
