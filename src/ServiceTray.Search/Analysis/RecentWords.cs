namespace ServiceTray.Search.Analysis;

/// <summary>What is known of words of late, each in the one place that its letters give it; what comes later puts out what was there. Safe for any number of threads.</summary>
/// <typeparam name="T">What is known; it tells its word, since another's may stand in the place.</typeparam>
internal sealed class RecentWords<T>
    where T : class
{
    private const int Places = 1 << 15;

    private readonly T?[] _known = new T?[Places];

    /// <summary>What stands in the place of a word, of this word or of another.</summary>
    public T? this[string word]
    {
        get => Volatile.Read(ref Place(word));
        set => Volatile.Write(ref Place(word), value);
    }

    private ref T? Place(string word) => ref _known[string.GetHashCode(word, StringComparison.Ordinal) & (Places - 1)];
}
