using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>The words of the pages to sign in and to keep one's account.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
