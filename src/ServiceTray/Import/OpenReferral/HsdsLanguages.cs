using System.Collections.Frozen;
using System.Globalization;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Languages by code or English name, into BCP 47; what names none ("others on request") is none.</summary>
internal static class HsdsLanguages
{
    private static readonly FrozenDictionary<string, string> ByName = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(culture => culture.Name.Length is 2 or 3)
        .GroupBy(culture => culture.EnglishName, StringComparer.OrdinalIgnoreCase)
        .Select(same => KeyValuePair.Create(same.Key, same.First().Name))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Codes = ByName.Values.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Read(IEnumerable<HsdsLanguage> languages) =>
        [.. languages.Select(told => Read(told.Code) ?? Read(told.Name) ?? Read(told.Language)).OfType<string>().Distinct()];

    private static string? Read(string? told) =>
        told?.Trim() is not { Length: > 0 } word ? null
        : Codes.Contains(word) ? word.ToLowerInvariant()
        : ByName.GetValueOrDefault(word);
}
