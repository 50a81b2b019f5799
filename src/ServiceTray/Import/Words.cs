using ServiceTray.Languages;

namespace ServiceTray.Import;

/// <summary>The words of a file that must be public words of enums.</summary>
internal static class Words
{
    /// <exception cref="ArgumentException">The word is none of them.</exception>
    public static T Read<T>(string word)
        where T : struct, Enum =>
        PublicWords.Read<T>(word) ?? throw new ArgumentException($"{word} is no {typeof(T).Name}.", nameof(word));

    public static IReadOnlyList<T> Read<T>(IReadOnlyList<string>? words)
        where T : struct, Enum => [.. (words ?? []).Select(Read<T>)];
}
