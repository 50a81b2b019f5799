namespace ServiceTray.Languages;

/// <summary>A text in the language it is really in, BCP 47; plain language is <c>fi-simple</c>.</summary>
internal sealed record Text(string Value, string Language)
{
    /// <summary>The words.</summary>
    public string Value { get; } = string.IsNullOrWhiteSpace(Value) ? throw new ArgumentException("A text has words.", nameof(Value)) : Value;

    /// <summary>Their language.</summary>
    public string Language { get; } = string.IsNullOrWhiteSpace(Language) ? throw new ArgumentException("A text has a language.", nameof(Language)) : Shared(Language);

    // Nearly all texts are in these; one string for all of them is less to keep and less to fetch.
    private static string Shared(string language) => language switch { "fi" => "fi", "sv" => "sv", "en" => "en", _ => language };
}
