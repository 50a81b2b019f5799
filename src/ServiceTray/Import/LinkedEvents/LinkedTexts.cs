using ServiceTray.Languages;
using ServiceTray.Organisations;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>The API's words into ours.</summary>
internal static class LinkedTexts
{
    /// <summary>The words as they are, in each language.</summary>
    public static LocalizedText Words(LinkedText? text) =>
        LocalizedText.Of((text ?? []).Select(pair => (Tag(pair.Key), PlainText.Of(pair.Value))));

    /// <summary>Addresses, in each language, that a browser opens as a page.</summary>
    public static IEnumerable<(string Language, string Url)> Pages(LinkedText? text) =>
        (text ?? []).Where(pair => WebAddress.Read(pair.Value) is not null).Select(pair => (Tag(pair.Key), pair.Value!.Trim()));

    // The API writes zh_hans where BCP 47 has zh-Hans.
    private static string Tag(string language) => language.Replace('_', '-');
}
