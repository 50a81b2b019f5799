using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>How to sign up for an event.</summary>
internal sealed record Registration(bool Required, LocalizedText Instructions, DateTimeOffset? OpensAt = null, DateTimeOffset? ClosesAt = null, string? Url = null);
