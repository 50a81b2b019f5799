using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>The words of the page about pairs that look like one.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
