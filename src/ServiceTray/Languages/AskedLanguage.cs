using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ServiceTray.Languages;

/// <summary>Reads the language a request asks for.</summary>
internal static class AskedLanguage
{
    /// <summary>That of <c>?lang=</c> when the tray has it, else the best of Accept-Language (RFC 9110, 12.5.4), else Finnish.</summary>
    public static Language Of(HttpRequest request) =>
        OfAddress(request) ?? OfHeader(request.Headers.AcceptLanguage) ?? Language.Fi;

    /// <summary>That of <c>?lang=</c>; null: it names none that the tray has.</summary>
    public static Language? OfAddress(HttpRequest request) => OfQuery(request.Query["lang"]);

    private static Language? OfQuery(StringValues values)
    {
        foreach (var value in values)
        {
            if (LanguageTags.Read(value) is { } language)
            {
                return language;
            }
        }

        return null;
    }

    // A header we cannot read is as if it was not sent: the page must still come.
    private static Language? OfHeader(StringValues values)
    {
        if (values.Count == 0 || !StringWithQualityHeaderValue.TryParseList(values, out var asked))
        {
            return null;
        }

        Language? best = null;
        var bestQuality = 0.0;
        foreach (var range in asked)
        {
            var quality = range.Quality ?? 1;
            var language = range.Value == "*" ? Language.Fi : LanguageTags.Read(range.Value);
            if (language is not null && quality > bestQuality)
            {
                best = language;
                bestQuality = quality;
            }
        }

        return best;
    }
}
