namespace ServiceTray.Search.Querying;

/// <summary>Refuses a query that cannot mean anything.</summary>
internal static class QueryCheck
{
    /// <summary>Checks places and order; fields are checked where they are used.</summary>
    /// <exception cref="ArgumentException">It cannot mean anything.</exception>
    public static void Check(SearchQuery query)
    {
        if (query is { Order: SearchOrder.Nearest, Near: null })
        {
            throw new ArgumentException("The nearest to what? A point is missing.", nameof(query));
        }

        if (query.Near is { } near && !(near.RadiusMetres > 0 && near.Point.IsOnGlobe))
        {
            throw new ArgumentException("The point is off the globe, or the radius is not above 0.", nameof(query));
        }

        if (query.Within is { } box && !(box.South <= box.North && box.West <= box.East && box.IsOnGlobe))
        {
            throw new ArgumentException("The box is off the globe, or its edges are swapped.", nameof(query));
        }
    }
}
