namespace ServiceTray.Places;

/// <summary>
/// Stems to which the local cases and the genitive of a Finnish place name are added. Which of several a name takes
/// cannot be told from its spelling (Lahti has Lahdessa, Vihti has Vihdissä), so all that could be are given.
/// </summary>
internal static class FinnishStems
{
    private const string Vowels = "aeiouyäöå";

    // Strong and weak grade of the consonants before a word's last vowel.
    private static readonly (string Strong, string Weak)[] Gradation =
    [
        ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("mp", "mm"), ("nt", "nn"), ("lt", "ll"), ("rt", "rr"),
        ("ht", "hd"), ("lk", "lj"), ("rk", "rj"), ("hk", "hj"), ("lk", "l"), ("rk", "r"), ("hk", "h"),
        ("lp", "lv"), ("rp", "rv"), ("p", "v"), ("t", "d"), ("k", ""), ("k", "v"),
    ];

    // Names that no rule makes.
    private static readonly Dictionary<string, string[]> Irregular = new(StringComparer.Ordinal)
    {
        ["kangasala"] = ["kangasa"],
    };

    /// <summary>The stems of a name in small letters, the name itself first when it ends in a vowel.</summary>
    public static IReadOnlyCollection<string> Of(string name)
    {
        var stems = new OrderedStems();
        if (name.Length < 2)
        {
            return stems.All;
        }

        var last = name[^1];
        if (name.EndsWith("nen", StringComparison.Ordinal))
        {
            // Joroinen: Joroisen, Joroisissa, Joroisten
            stems.Add(name[..^3] + "se", name[..^3] + "si", name[..^3] + "s");
        }
        else if (last == 's')
        {
            EndingInS(name, stems);
        }
        else if (last == 't')
        {
            Plural(name[..^1], stems);
        }
        else if (last == 'n' && name.Length > 3)
        {
            // Punkalaidun: Punkalaitumella
            stems.Add(name + "i", name[..^1] + "me");
            foreach (var strong in Strengthened(name[..^1]))
            {
                stems.Add(strong + "me");
            }
        }
        else if (IsVowel(last))
        {
            EndingInVowel(name, stems);
        }
        else
        {
            stems.Add(name + "i");
        }

        stems.Add(Irregular.GetValueOrDefault(name, []));
        return stems.All;
    }

    private static void EndingInVowel(string name, OrderedStems stems)
    {
        stems.Add(name);
        stems.Add(Weakened(name));
        if (name[^1] == 'i')
        {
            // Lahti: Lahteen, Lahdessa; Orivesi: Orivedellä, Oriveteen
            stems.Add(name[..^1] + "e");
            stems.Add(Weakened(name[..^1] + "e"));
            if (name.EndsWith("si", StringComparison.Ordinal))
            {
                stems.Add(name[..^2] + "de", name[..^2] + "te");
            }
        }
        else if (name[^1] == 'e')
        {
            // Tampere: Tampereella; the grade is strong: Lumme, Lumpeella
            stems.Add(name + "e");
            foreach (var strong in Strengthened(name))
            {
                stems.Add(strong + "e");
            }
        }
    }

    private static void EndingInS(string name, OrderedStems stems)
    {
        // Nurmes: Nurmeksessa; Alavus: Alavudella, Alavuteen; Kangas: Kankaalla; Korsnäs: Korsnäsissä
        var open = name[..^1];
        stems.Add(open + "kse", name + "i");
        if (open[^1] is 'u' or 'y')
        {
            stems.Add(open + "de", open + "te");
        }

        if (IsVowel(open[^1]))
        {
            stems.Add(open + open[^1]);
            foreach (var strong in Strengthened(open))
            {
                stems.Add(strong + open[^1]);
            }
        }
    }

    private static void Plural(string weak, OrderedStems stems)
    {
        // Virrat: Virroilla, Virtoihin, Virtojen, Virtain
        foreach (var singular in (string[])[weak, .. Strengthened(weak)])
        {
            var open = singular[..^1];
            stems.Add(singular + "i", open + "i");
            stems.Add(singular[^1] switch
            {
                'a' => [open + "oi", open + "o"],
                'ä' => [open + "öi", open + "ö"],
                'i' => [open + "ei"],
                _ => [singular],
            });
        }
    }

    private static string[] Weakened(string name) => Regraded(name, static grades => (grades.Strong, grades.Weak));

    private static string[] Strengthened(string name) => Regraded(name, static grades => (grades.Weak, grades.Strong));

    private static string[] Regraded(string name, Func<(string Strong, string Weak), (string From, string To)> direction)
    {
        // Only before a single vowel: Kuopio and Loimaa keep their consonants.
        if (name.Length < 3 || !IsVowel(name[^1]) || IsVowel(name[^2]))
        {
            return [];
        }

        var open = name.AsSpan()[..^1];
        var found = new List<string>();
        foreach (var grades in Gradation)
        {
            var (from, to) = direction(grades);
            if (from.Length > 0 && open.Length > from.Length && open.EndsWith(from, StringComparison.Ordinal) && Begins(open[..^from.Length], from))
            {
                found.Add(string.Concat(open[..^from.Length], to, name.AsSpan(name.Length - 1)));
            }
        }

        return [.. found];
    }

    // A single consonant changes its grade after a vowel only, a pair wherever it stands.
    private static bool Begins(ReadOnlySpan<char> before, string cluster) =>
        cluster.Length > 1 || IsVowel(before[^1]);

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private sealed class OrderedStems
    {
        private readonly List<string> all = new(8);

        public IReadOnlyCollection<string> All => all;

        public void Add(params ReadOnlySpan<string> stems)
        {
            foreach (var stem in stems)
            {
                if (!all.Contains(stem))
                {
                    all.Add(stem);
                }
            }
        }
    }
}
