using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>The words of the survey's pages.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
