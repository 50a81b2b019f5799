namespace ServiceTray.Search.Analysis;

/// <summary>The languages with a chain of their own, and one for all others.</summary>
internal enum LanguageCode
{
    Finnish,
    Swedish,
    English,
    Other,
}
