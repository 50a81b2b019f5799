using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Feedback;

/// <summary>The words of the accessibility statement and the feedback form.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
