using ServiceTray.Languages;

namespace ServiceTray.Referrals.Pages;

/// <summary>Languages that a client may be spoken with, as the sending page lets choose; a program may tell any other by its tag.</summary>
internal static class ClientLanguages
{
    public static readonly IReadOnlyList<string> All = ["fi", "sv", "en", "se", "fse", "ru", "uk", "et", "ar", "so", "fa", "ckb"];

    /// <summary>What it is called; one that the page does not know, by its tag.</summary>
    public static string? NameOf(string? tag, Wording words) => tag is not null && All.Contains(tag) ? words[$"ClientLanguage.{tag}"] : tag;
}
