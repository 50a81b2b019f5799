using System.Globalization;
using System.Resources;

namespace ServiceTray.Languages;

/// <summary>The tray's own words of a room in one language, from its resources.</summary>
internal sealed class Wording(ResourceManager resources, Language language)
{
    /// <summary>How the language writes numbers and dates.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language switch
    {
        Language.Fi => "fi-FI",
        Language.Sv => "sv-FI",
        _ => "en-GB",
    });

    /// <summary>The words of this key.</summary>
    /// <exception cref="KeyNotFoundException">There are none: a fault of ours.</exception>
    public string this[string key] => resources.GetString(key, Culture) ?? throw new KeyNotFoundException($"{resources.BaseName} has no words for {key}.");

    /// <summary>The words of this key with values in their places.</summary>
    public string this[string key, params object[] values] => string.Format(Culture, this[key], values);

    /// <summary>The words of an enum's member, whose key is <c>Enum.Member</c>.</summary>
    public string Of<T>(T member)
        where T : struct, Enum => this[$"{typeof(T).Name}.{member}"];

    /// <summary>Words with a number: the key with <c>.One</c> when it is one, else with <c>.Many</c>.</summary>
    public string Count(string key, int count) => this[count == 1 ? $"{key}.One" : $"{key}.Many", count];

    /// <summary>A day as it is read aloud, as "maanantai 23.11.2026".</summary>
    public string Day(DateOnly day) => day.ToString(language == Language.En ? "dddd d MMMM yyyy" : "dddd d.M.yyyy", Culture);

    /// <summary>Words that begin a line, with a capital letter.</summary>
    public string Upper(string words) => char.ToUpper(words[0], Culture) + words[1..];

    /// <summary>A day in short, as "23.11.2026".</summary>
    public string Date(DateOnly day) => day.ToString(language == Language.En ? "d MMM yyyy" : "d.M.yyyy", Culture);

    /// <summary>A time of day, as "9.30" in Finnish.</summary>
    public string Time(TimeOnly time) => time.ToString(language == Language.En ? "HH:mm" : "H.mm", CultureInfo.InvariantCulture);
}
