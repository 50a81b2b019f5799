using Xunit;
using Xunit.Abstractions;

namespace ServiceTray.Tests.Places;

/// <summary>
/// The forms of municipalities' names, found without the gazetteer's own rules: endings are glued in many ways to what is
/// left of a name, and Voikko says which of them are its forms.
/// </summary>
public sealed class InflectedNamesByVoikko(ITestOutputHelper output)
{
    private static readonly string[] Consonants = ["", "d", "v", "l", "r", "m", "n", "g", "k", "p", "t", "j", "h", "s", "ks"];
    private static readonly string[] Ends = ["", "a", "ä", "e", "i", "o", "ö", "u", "y", "ee", "aa", "ää", "ii", "oi", "öi", "ei", "ui", "ume"];
    private static readonly string[] BackEndings = ["n", "ssa", "sta", "lla", "lta", "lle", "seen", "han", "hun", "hin", "hon"];
    private static readonly string[] FrontEndings = ["n", "ssä", "stä", "llä", "ltä", "lle", "seen", "hän", "hyn", "hin", "hön"];
    private static readonly HashSet<string> Cases =
        ["omanto", "sisaolento", "sisaeronto", "sisatulento", "ulkoolento", "ulkoeronto", "ulkotulento"];

    [SkippableFact]
    public void Are_all_understood()
    {
        using var voikko = Voikko.TryOpen();
        Skip.If(voikko is null, "libvoikko.so.1 with its Finnish dictionary is not installed.");

        var forms = 0;
        var names = 0;
        var missed = new List<string>();
        foreach (var municipality in KnownPlaces.Regions.Municipalities)
        {
            var name = municipality.Name[0].Value;
            var found = Forms(voikko, name);
            forms += found.Count;
            names += found.Count > 0 ? 1 : 0;
            missed.AddRange(found.Where(form => CodeOf(form) != municipality.Code).Select(form => $"{form} ({name})"));
        }

        output.WriteLine($"{forms} forms of {names} names, {missed.Count} missed");
        Assert.True(names > 280, $"Voikko knew the forms of only {names} names: the glue is wrong, or the dictionary is.");
        Assert.True(missed.Count == 0, string.Join(", ", missed));
    }

    private static HashSet<string> Forms(Voikko voikko, string name)
    {
        var endings = name.ToLowerInvariant().LastIndexOfAny(['a', 'o', 'u']) >= 0 ? BackEndings : FrontEndings;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var stems = new HashSet<string>(StringComparer.Ordinal);

        // Genitive or inessive tells a stem, the others follow on it: fewer words to ask.
        foreach (var stem in Glued(name))
        {
            if (Knows(voikko, name, stem + endings[0]) | Knows(voikko, name, stem + endings[1]))
            {
                stems.Add(stem);
            }

            if (name.Length - stem.Length <= 1)
            {
                Try(stem + stem[^1] + "n");
            }
        }

        foreach (var stem in stems)
        {
            foreach (var ending in endings)
            {
                Try(stem + ending);
            }
        }

        return found;

        void Try(string form)
        {
            if (Knows(voikko, name, form))
            {
                found.Add(form);
            }
        }
    }

    private static IEnumerable<string> Glued(string name) =>
        from cut in Enumerable.Range(0, Math.Min(5, name.Length - 1))
        from consonant in Consonants
        from end in Ends
        where (cut == 0) == (consonant.Length + end.Length == 0)
        select name[..^cut] + consonant + end;

    // Many of a place are not spoken of, but where the name itself is of many: Joroisissa, Virroilla.
    private static bool Knows(Voikko voikko, string name, string form) =>
        voikko.PlaceNames(form).Any(reading => reading.Base == name && Cases.Contains(reading.Case ?? "")
            && (reading.Number == "singular" || name.EndsWith("nen", StringComparison.Ordinal) || name[^1] == 't'));

    private static string? CodeOf(string form)
    {
        try
        {
            return KnownPlaces.Gazetteer.Resolve(form).Municipality?.Code;
        }
        catch (ServiceTray.Places.PlaceUnknownException)
        {
            return null;
        }
    }
}
