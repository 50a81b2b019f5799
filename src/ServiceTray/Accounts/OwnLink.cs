using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>A page that stands on the own page of those who may open it; each room adds its own.</summary>
internal sealed record OwnLink(string Path, Func<Language, string> Words);
