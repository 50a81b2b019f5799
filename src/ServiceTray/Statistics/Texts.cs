using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Statistics;

/// <summary>The words of the page of numbers.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
