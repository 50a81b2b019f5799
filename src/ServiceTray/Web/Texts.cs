using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Web;

/// <summary>The words that stand on every page and on the pages of no other room.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
