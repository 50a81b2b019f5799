namespace ServiceTray.Languages;

/// <summary>Says something to one whose language may not be known: in hers, else in each.</summary>
internal static class EveryLanguage
{
    public static string Say(Language? hers, string between, Func<Language, string> say) =>
        hers is { } known ? say(known) : string.Join(between, Enum.GetValues<Language>().Select(say));
}
