using ServiceTray.Languages;

namespace ServiceTray.Referrals.Programmes;

/// <summary>A part of the walk of a programme that has such: those that may stand beside others run at once, and how it goes is asked at least as often as it says.</summary>
internal sealed record Phase(string Key, LocalizedText Name, bool BesideOthers, int FollowUpMonths);
