using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Offerings.Agenda;

/// <summary>The words of the calendar page.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);
}
