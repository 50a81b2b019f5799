namespace ServiceTray.Languages;

/// <summary>The language of the request being answered; Finnish until the request has told another.</summary>
internal sealed class RequestLanguage
{
    /// <summary>The language.</summary>
    public Language Language { get; set; } = Language.Fi;

    /// <summary>Whether the address names it, so that links from this page name it too.</summary>
    public bool IsInAddress { get; set; }

    /// <summary>The address of another page of the tray, in this language; the path has no query.</summary>
    public string Link(string path) => IsInAddress ? $"{path}?lang={Language.Tag()}" : path;

    /// <summary>The address of another page of the tray with this query, in this language.</summary>
    public string Link(string path, QueryString query) => $"{path}{(IsInAddress ? query.Add("lang", Language.Tag()) : query)}";
}
