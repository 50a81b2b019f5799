namespace ServiceTray.Import;

/// <summary>Keeps so many of the dates that a source tells, however many they are: those that come next, then the latest of those that are over. Of two alike the first.</summary>
internal sealed class NearestDates<T>(IComparer<T> order, Func<T, bool> isOver, int most)
{
    private readonly SortedSet<T> coming = new(order);
    private readonly SortedSet<T> over = new(order);

    /// <summary>Whether more were told than are kept.</summary>
    public bool IsShort { get; private set; }

    /// <summary>Those that are kept, soonest first.</summary>
    public IReadOnlyList<T> Kept => [.. over.Concat(coming).Order(order)];

    public void Add(T date)
    {
        if (!(isOver(date) ? over : coming).Add(date) || over.Count + coming.Count <= most)
        {
            return;
        }

        IsShort = true;
        _ = over.Count > 0 ? over.Remove(over.Min!) : coming.Remove(coming.Max!);
    }
}
