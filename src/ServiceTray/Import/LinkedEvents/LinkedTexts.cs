using ServiceTray.Languages;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>The API's words into ours.</summary>
internal static class LinkedTexts
{
    /// <summary>The words as they are, in each language.</summary>
    public static LocalizedText Words(LinkedText? text) => Of(text, PlainText.Of);

    /// <summary>Addresses, in each language, that a browser opens as a page.</summary>
    public static IEnumerable<(string Language, string Url)> Pages(LinkedText? text) =>
        (text ?? []).Where(pair => IsPage(pair.Value)).Select(pair => (Tag(pair.Key), pair.Value!.Trim()));

    /// <summary>An address that a browser opens as a page; nothing that runs.</summary>
    public static bool IsPage(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var read) && (read.Scheme == Uri.UriSchemeHttps || read.Scheme == Uri.UriSchemeHttp);

    private static LocalizedText Of(LinkedText? text, Func<string?, string?> read) =>
        LocalizedText.Of((text ?? []).Select(pair => (Tag(pair.Key), read(pair.Value))));

    // The API writes zh_hans where BCP 47 has zh-Hans.
    private static string Tag(string language) => language.Replace('_', '-');
}
