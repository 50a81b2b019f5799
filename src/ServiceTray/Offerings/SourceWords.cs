using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Offerings;

/// <summary>Where a record comes from and how fresh it is, in words.</summary>
internal static class SourceWords
{
    private const string Seed = "seed";

    /// <summary>Whether it is only an example.</summary>
    public static bool IsExample(Source source) => source.Name == Seed;

    public static string Of(Source source, DateTimeOffset updatedAt, DateTimeOffset? confirmedAt, Wording words)
    {
        var told = new List<string> { words["Source.From", IsExample(source) ? words["Source.Example"] : source.Name.ToUpperInvariant()] };
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
