using ServiceTray.Languages;

namespace ServiceTray.Guidance;

/// <summary>Who looks for help: of which age, in which language, in which municipality and county (codes; none: not told), and when.</summary>
internal sealed record HelpAsked(HelpAudience? Audience, Language Language, IReadOnlyList<string> Areas, DateTimeOffset At);
