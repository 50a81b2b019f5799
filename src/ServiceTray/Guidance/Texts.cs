using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Guidance;

/// <summary>The words of the page on which guidance is counted.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
