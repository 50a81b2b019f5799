using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Trays;

/// <summary>The words of trays' pages.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
