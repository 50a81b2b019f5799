using System.Text.Json;

namespace ServiceTray.Languages;

/// <summary>Enum members by their public words, as <c>HOME_VISIT</c>; every edge and every file is read by these, in any case, and a number is no word.</summary>
internal static class PublicWords
{
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{member}");

    /// <summary>The member of this word; null: there is none.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum => Known<T>.ByWord.TryGetValue(word, out var member) ? member : null;

    /// <summary>Every word there is, in the order of letters.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Known<T>.ByWord.Keys.Order(StringComparer.Ordinal);

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(Of, StringComparer.OrdinalIgnoreCase);
    }
}
