using System.Globalization;

namespace ServiceTray.Search.Indexing;

/// <summary>Finnish alphabetical order as keys that compare byte by byte: å, ä and ö last, case and width aside.</summary>
internal sealed class Collation
{
    private const int LongestName = 200;

    private readonly CompareInfo _order = CultureInfo.GetCultureInfo("fi-FI").CompareInfo;

    /// <summary>Changes when the machine's own order does, so that keys of two versions are never compared.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"fi-{_order.Version.FullVersion:x}");

    /// <summary>The key of a name; the end of a very long one does not count.</summary>
    public byte[] Key(string name) =>
        _order.GetSortKey(name.Length > LongestName ? name[..LongestName] : name, CompareOptions.IgnoreCase).KeyData;
}
