using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>The words by which a series is told.</summary>
internal static class SeriesTexts
{
    private static readonly ResourceManager Resources = new(typeof(SeriesTexts));

    public static Wording In(Language language) => new(Resources, language);
}
