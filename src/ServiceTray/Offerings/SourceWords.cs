using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Offerings;

/// <summary>Where a record comes from and how fresh it is, in words.</summary>
internal static class SourceWords
{
    private const string Seed = "seed";

    // What stands before the id of an address that an organisation has connected.
    private const string Connected = "own-";

    /// <summary>Whether it is only an example.</summary>
    public static bool IsExample(Source source) => source.Name == Seed;

    /// <summary>What a source is called: registers by their names, all that an organisation tells itself, here or at an address of its own, as the organiser's.</summary>
    public static string NameOf(string source, Wording words) => source switch
    {
        Seed => words["Source.Example"],
        Source.Own => words["Source.Organiser"],
        _ when source.StartsWith(Connected, StringComparison.Ordinal) && Guid.TryParseExact(source[Connected.Length..], "N", out _) => words["Source.Organiser"],
        _ => source.ToUpperInvariant(),
    };

    public static string Of(Source source, DateTimeOffset updatedAt, DateTimeOffset? confirmedAt, Wording words)
    {
        var told = new List<string> { words["Source.From", NameOf(source.Name, words)] };
        told.Add(words["Source.Updated", words.Date(HelsinkiTime.Day(updatedAt))]);
        if (confirmedAt is { } confirmed)
        {
            told.Add(words["Source.Confirmed", words.Date(HelsinkiTime.Day(confirmed))]);
        }

        if (source.Licence is { } licence)
        {
            told.Add(words["Source.Licence", licence]);
        }

        return string.Join(" ", told);
    }
}
