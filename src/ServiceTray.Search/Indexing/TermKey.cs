using System.Text;

namespace ServiceTray.Search.Indexing;

/// <summary>A term as the dictionary is asked for it: in UTF-8, with its hash.</summary>
internal readonly struct TermKey
{
    private TermKey(byte[] utf8, uint hash) => (Utf8, Hash) = (utf8, hash);

    /// <summary>The term.</summary>
    public byte[] Utf8 { get; }

    /// <summary>Its hash.</summary>
    public uint Hash { get; }

    /// <summary>Of a term as text.</summary>
    public static TermKey Of(string term)
    {
        var utf8 = Encoding.UTF8.GetBytes(term);
        return new TermKey(utf8, HashOf(utf8));
    }

    /// <summary>FNV-1a, with the high bits folded in since a table of a power of two goes by the low ones.</summary>
    public static uint HashOf(ReadOnlySpan<byte> term)
    {
        var hash = 2166136261u;
        foreach (var each in term)
        {
            hash = (hash ^ each) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
