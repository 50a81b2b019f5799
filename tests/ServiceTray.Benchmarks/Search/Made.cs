using System.Text;
using ServiceTray.Search.Geography;

namespace ServiceTray.Benchmarks.Search;

/// <summary>A made-up offering: words by Zipf's law, a place near one of fifty towns, a municipality, one or two of eight themes.</summary>
internal sealed record MadeOffering(int Number, string Title, string Text, GeoPoint Point, int Municipality, int[] Themes);

/// <summary>A made-up question: two words, of which either is enough or both are demanded, and a town's neighbourhood.</summary>
internal sealed record MadeQuestion(string First, string Second, bool All, GeoPoint Point);

/// <summary>Made-up offerings and questions, the same for one seed.</summary>
internal sealed class Made
{
    private const int Words = 20_000;
    private const int Commonest = 20;
    private const int Towns = 50;
    private const int Municipalities = 309;
    private const int Themes = 8;
    private static readonly string[] Syllables = [.. from start in "hjklmnprstv" from vowel in "aeiouyö" from end in new[] { "", "n", "s", "l" } select $"{start}{vowel}{end}"];

    private readonly Random random;
    private readonly string[] words;
    private readonly GeoPoint[] towns;

    public Made(int seed)
    {
        random = new Random(seed);
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < Words)
        {
            made.Add(string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)])));
        }

        words = [.. made];
        towns = [.. Enumerable.Range(0, Towns).Select(_ => new GeoPoint(60.2 + (random.NextDouble() * 6), 21.5 + (random.NextDouble() * 8)))];
    }

    public IEnumerable<MadeOffering> Offerings(int count)
    {
        for (var number = 0; number < count; number++)
        {
            yield return new MadeOffering(
                number, Some(3), Some(25), Near(towns[random.Next(Towns)]), random.Next(Municipalities), [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(Themes)).Distinct()]);
        }
    }

    /// <summary>Of words as often asked as they are written, but the commonest, which a person leaves out; any of the words and all of them by turns.</summary>
    public IReadOnlyList<MadeQuestion> Questions(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new MadeQuestion(Asked(), Asked(), number % 2 == 1, Near(towns[random.Next(Towns)])))];

    private string Asked()
    {
        var rank = Zipf();
        while (rank < Commonest)
        {
            rank = Zipf();
        }

        return words[rank];
    }

    private GeoPoint Near(GeoPoint town) => new(town.Latitude + Spread(0.1), town.Longitude + Spread(0.2));

    // Many near the middle, few far out.
    private double Spread(double degrees) => (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * degrees * 2;

    private string Some(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(i > 0 ? " " : "").Append(words[Zipf()]);
        }

        return text.ToString();
    }

    // The density 1/rank over the ranks, by its inverse.
    private int Zipf() => (int)Math.Min(Words - 1, Math.Pow(Words, random.NextDouble()) - 1);
}
