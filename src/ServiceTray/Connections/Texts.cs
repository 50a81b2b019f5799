using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Connections;

/// <summary>The words of the page where organisations connect their own addresses.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
