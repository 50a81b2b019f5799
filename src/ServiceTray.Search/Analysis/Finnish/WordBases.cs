namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>
/// Reads Voikko's WORDBASES, as <c>+kävel(kävellä)+y(+y)+ryhmä(ryhmä)</c>: each constituent is a base with the derived
/// pieces that follow it glued on.
/// </summary>
internal static class WordBases
{
    private const float PartWeight = 0.6f;
    private const float RootWeight = 0.4f;

    /// <summary>Adds the constituents of a compound (<c>kävely</c>, <c>ryhmä</c>) and the roots of derivations (<c>kävellä</c>).</summary>
    public static void Read(string bases, List<Reading> readings)
    {
        var glued = "";
        var root = "";
        var derived = false;
        foreach (var (surface, name) in Pieces(bases))
        {
            if (name.StartsWith('+'))
            {
                glued += surface;
                derived = true;
                continue;
            }

            if (name.Length == 0)
            {
                // A lone letter between a root and its ending, or the hyphen of a compound.
                glued += surface == "-" ? "" : surface;
                continue;
            }

            AddConstituent(glued, root, derived, readings);
            (glued, root, derived) = (surface, name, false);
        }

        AddConstituent(glued, root, derived, readings);
    }

    private static void AddConstituent(string glued, string root, bool derived, List<Reading> readings)
    {
        if (root.Length < 2)
        {
            return;
        }

        readings.Add(new Reading(derived ? glued.ToLowerInvariant() : root.ToLowerInvariant(), PartWeight));
        if (derived)
        {
            readings.Add(new Reading(root.ToLowerInvariant(), RootWeight));
        }
    }

    private static IEnumerable<(string Surface, string Name)> Pieces(string bases)
    {
        var at = 0;
        while (at < bases.Length)
        {
            if (bases[at] == '+')
            {
                at++;
            }

            var end = at;
            while (end < bases.Length && bases[end] is not ('+' or '('))
            {
                end++;
            }

            var surface = bases[at..end];
            var name = "";
            if (end < bases.Length && bases[end] == '(')
            {
                var close = bases.IndexOf(')', end);
                close = close < 0 ? bases.Length : close;
                name = bases[(end + 1)..close];
                end = Math.Min(close + 1, bases.Length);
            }

            yield return (surface, name);
            at = end;
        }
    }
}
