using System.Text.Json;

namespace ServiceTray.Offerings;

/// <summary>Enum members by their public words, as <c>HOME_VISIT</c>.</summary>
internal static class PublicWords
{
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{member}");

    /// <summary>The member of this word; null: there is none.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (Of(member) == word)
            {
                return member;
            }
        }

        return null;
    }
}
