namespace ServiceTray.Offerings;

/// <summary>Two orders as one.</summary>
internal static class InOrder
{
    /// <summary>Merges two ordered series, of which either may be endless; what is in both comes once.</summary>
    public static IEnumerable<T> Merge<T, TKey>(IEnumerable<T> one, IEnumerable<T> other, Func<T, TKey> key)
        where TKey : IComparable<TKey>
    {
        using var ones = one.GetEnumerator();
        using var others = other.GetEnumerator();
        var (hasOne, hasOther) = (ones.MoveNext(), others.MoveNext());
        while (hasOne || hasOther)
        {
            var order = !hasOther ? -1 : !hasOne ? 1 : key(ones.Current).CompareTo(key(others.Current));
            yield return order <= 0 ? ones.Current : others.Current;
            var same = order == 0 && EqualityComparer<T>.Default.Equals(ones.Current, others.Current);
            hasOne = order <= 0 ? ones.MoveNext() : hasOne;
            hasOther = order > 0 || same ? others.MoveNext() : hasOther;
        }
    }
}
