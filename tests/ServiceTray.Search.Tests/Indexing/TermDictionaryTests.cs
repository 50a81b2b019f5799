using System.Text;
using ServiceTray.Search.Indexing;
using Xunit;

namespace ServiceTray.Search.Tests.Indexing;

public sealed class TermDictionaryTests
{
    [Fact]
    public void Two_terms_of_one_hash_are_each_found_and_a_third_is_not()
    {
        var (one, other) = OfOneHash();
        string[] held = [.. new[] { one, other, "fwkahvi", "fwkuoro" }.Order(StringComparer.Ordinal)];
        var terms = Of(held);

        Assert.Equal([Array.IndexOf(held, one), Array.IndexOf(held, other), -1], terms.Find([TermKey.Of(one), TermKey.Of(other), TermKey.Of("fwkissa")]));
        Assert.Equal(Array.IndexOf(held, other), terms.Find(TermKey.Of(other)));
        Assert.Equal([0, -1], Of([one]).Find([TermKey.Of(one), TermKey.Of(other)]));
    }

    [Fact]
    public void Nothing_is_found_in_an_empty_one() => Assert.Equal([-1, -1], Of([]).Find([TermKey.Of("fwkahvi"), TermKey.Of("fgkahv")]));

    private static TermDictionary Of(IEnumerable<string> terms) => TermDictionary.Of([.. terms.Select(Encoding.UTF8.GetBytes)]);

    // Among so many words two of one hash of 32 bits are nearly certain.
    private static (string One, string Other) OfOneHash()
    {
        var seen = new Dictionary<uint, string>();
        for (var number = 0; number < 1_000_000; number++)
        {
            var term = $"fw{number}";
            if (!seen.TryAdd(TermKey.Of(term).Hash, term))
            {
                return (seen[TermKey.Of(term).Hash], term);
            }
        }

        throw new InvalidOperationException("No two words have one hash.");
    }
}
