namespace ServiceTray.Places;

/// <summary>Finds spots by their names, in any of their forms; built once, then unchanging.</summary>
internal sealed class NameIndex
{
    // Names whose first part is inflected with the last: Uudessakaupungissa, Isonkyrön.
    private static readonly (string Base, string[] Inflected)[] FirstParts =
    [
        ("uusi", ["uudessa", "uudesta", "uuteen", "uudella", "uudelta", "uudelle", "uuden"]),
        ("iso", ["isossa", "isosta", "isoon", "isolla", "isolta", "isolle", "ison"]),
        ("vaha", ["vahassa", "vahasta", "vahaan", "vahalla", "vahalta", "vahalle", "vahan"]),
        ("vanha", ["vanhassa", "vanhasta", "vanhaan", "vanhalla", "vanhalta", "vanhalle", "vanhan"]),
    ];

    private readonly Dictionary<string, List<PlaceName>> names = new(8192, StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceName>> stems = new(32768, StringComparer.Ordinal);

    /// <summary>Every name, for looking through.</summary>
    public IEnumerable<PlaceName> All => names.Values.SelectMany(same => same);

    /// <summary>Every key with the names it is of, for looking through.</summary>
    public IEnumerable<KeyValuePair<string, List<PlaceName>>> Names => names;

    /// <summary>Every stem with the names it is of, for looking through.</summary>
    public IEnumerable<KeyValuePair<string, List<PlaceName>>> Stems => stems;

    /// <summary>Lets a spot be found by a name.</summary>
    public void Add(string name, Spot spot)
    {
        var words = PlaceWords.Split(name);
        var written = string.Concat(words.Select(word => word.Written));
        var key = string.Concat(words.Select(word => word.Key));
        if (names.GetValueOrDefault(key)?.Exists(name => ReferenceEquals(name.Spot, spot)) == true)
        {
            return;
        }

        var entry = new PlaceName(name, written, key, spot);
        Put(names, key, entry);
        foreach (var stem in FinnishStems.Of(written))
        {
            Put(stems, PlaceWords.WithoutMarks(stem), entry);
        }
    }

    /// <summary>The spots that words run together may mean, each once, the best fit first.</summary>
    public IReadOnlyList<NameMatch> Find(string written, string key)
    {
        var found = new List<NameMatch>();
        foreach (var name in names.GetValueOrDefault(key) ?? [])
        {
            found.Add(new(name.Spot, name.Written == written ? NameFit.Exact : NameFit.WithoutMarks));
        }

        AddInflected(found, key);
        foreach (var (nominative, forms) in FirstParts)
        {
            var form = Array.Find(forms, form => key.StartsWith(form, StringComparison.Ordinal));
            if (form is not null)
            {
                AddInflected(found, nominative + key[form.Length..]);
            }
        }

        // Swedish: Kuopios, Helsingfors is a name of its own.
        if (key.Length > 3 && key[^1] == 's')
        {
            AddNames(found, names.GetValueOrDefault(key[..^1]));
        }

        return [.. found.OrderBy(match => match.Fit).DistinctBy(match => match.Spot, ReferenceEqualityComparer.Instance)];
    }

    private void AddInflected(List<NameMatch> found, string key)
    {
        foreach (var stem in CaseEndings.StemsOf(key))
        {
            AddNames(found, stems.GetValueOrDefault(stem));
        }
    }

    private static void AddNames(List<NameMatch> found, List<PlaceName>? same)
    {
        foreach (var name in same ?? [])
        {
            found.Add(new(name.Spot, NameFit.Inflected));
        }
    }

    private static void Put(Dictionary<string, List<PlaceName>> index, string key, PlaceName name)
    {
        if (!index.TryGetValue(key, out var same))
        {
            index.Add(key, same = new(1));
        }

        if (!same.Contains(name))
        {
            same.Add(name);
        }
    }
}

/// <summary>A name that a spot is found by; names are compared by identity, which is quick.</summary>
internal sealed class PlaceName(string shown, string written, string key, Spot spot)
{
    /// <summary>As it is spelled.</summary>
    public string Shown { get; } = shown;

    /// <summary>In small letters, run together.</summary>
    public string Written { get; } = written;

    /// <summary>As it is looked up.</summary>
    public string Key { get; } = key;

    /// <summary>What it is the name of.</summary>
    public Spot Spot { get; } = spot;
}
