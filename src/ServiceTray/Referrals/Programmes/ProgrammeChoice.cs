using ServiceTray.Languages;

namespace ServiceTray.Referrals.Programmes;

/// <summary>One of what a programme lets choose from: how it may end, or to whom else the client may let it be told.</summary>
internal sealed record ProgrammeChoice(string Key, LocalizedText Name);
