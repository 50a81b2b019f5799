namespace ServiceTray.Search.Analysis;

/// <summary>What is known of words of late, each in one of the two places that its letters give it; what comes later puts out what was there longest. Safe for any number of threads.</summary>
/// <typeparam name="T">What is known.</typeparam>
/// <param name="wordOf">The word that it is known of.</param>
internal sealed class RecentWords<T>(Func<T, string> wordOf)
    where T : class
{
    private const int Pairs = 1 << 14;

    private readonly T?[] _known = new T?[2 * Pairs];

    /// <summary>What is known of a word; null when nothing is.</summary>
    public T? Find(string word)
    {
        var place = Place(word);
        return At(place, word) ?? At(place + 1, word);
    }

    /// <summary>Keeps what is known of a word.</summary>
    public void Keep(T known)
    {
        var word = wordOf(known);
        var place = Place(word);
        if (At(place, word) is null)
        {
            Volatile.Write(ref _known[place + 1], Volatile.Read(ref _known[place]));
        }

        Volatile.Write(ref _known[place], known);
    }

    private T? At(int place, string word) => Volatile.Read(ref _known[place]) is { } known && wordOf(known) == word ? known : null;

    private static int Place(string word) => 2 * (string.GetHashCode(word, StringComparison.Ordinal) & (Pairs - 1));
}
