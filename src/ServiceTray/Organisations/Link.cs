using ServiceTray.Languages;

namespace ServiceTray.Organisations;

/// <summary>A page elsewhere.</summary>
internal sealed record Link(string Url, LocalizedText Title);
