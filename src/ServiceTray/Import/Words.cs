namespace ServiceTray.Import;

/// <summary>Reads the public words of enums, as <c>HOME_VISIT</c>.</summary>
internal static class Words
{
    /// <exception cref="ArgumentException">The word is none of them.</exception>
    public static T Read<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new ArgumentException($"{word} is no {typeof(T).Name}.", nameof(word));

    public static IReadOnlyList<T> Read<T>(IReadOnlyList<string>? words)
        where T : struct, Enum => [.. (words ?? []).Select(Read<T>)];
}
