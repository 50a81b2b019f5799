using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Import;

/// <summary>The words of the pages about runs.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
