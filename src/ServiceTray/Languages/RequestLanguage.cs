namespace ServiceTray.Languages;

/// <summary>The language of the request being answered; Finnish until the request has told another.</summary>
internal sealed class RequestLanguage
{
    /// <summary>The language.</summary>
    public Language Language { get; set; } = Language.Fi;
}
