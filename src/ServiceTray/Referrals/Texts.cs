using System.Resources;
using ServiceTray.Languages;

namespace ServiceTray.Referrals;

/// <summary>The words of the referral's pages, refusals and notices.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static Wording In(Language language) => new(Resources, language);

    /// <summary>A refusal's code in a sentence.</summary>
    public static string Refused(string code, Language language) =>
        Resources.GetString($"Refused.{code}", In(language).Culture) ?? In(language)["Refused.OTHER"];
}
