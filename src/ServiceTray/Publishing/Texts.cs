using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Publishing;

/// <summary>The words of the pages on which organisations write.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
