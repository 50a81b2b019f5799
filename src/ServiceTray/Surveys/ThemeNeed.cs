using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>How much a person hopes for in a theme, by her own answers.</summary>
/// <param name="Code">The theme.</param>
/// <param name="Answer">Her answer on 0 to 10; null: she left it, and chose the theme as important.</param>
/// <param name="Need">10 − answer; 5 when only chosen.</param>
/// <param name="Importance">2 when she chose the theme as what matters most now, else 1.</param>
internal sealed record ThemeNeed(ThemeCode Code, double? Answer, double Need, double Importance)
{
    public const double LeastNeedForChange = 5;
    public const double GreatestNeedWhenGood = 2;
    public const double NeedWhenOnlyChosen = 5;
    public const double ImportanceWhenChosen = 2;

    public Theme Theme => Theme.Of(Code);

    /// <summary>What the suggestions are shared out by.</summary>
    public double Weight => Need * Importance;

    public bool IsChosen => Importance >= ImportanceWhenChosen;

    /// <summary>By the need alone: 2 or less is good, 5 or more a hope for change.</summary>
    public NeedBand Band => Need <= GreatestNeedWhenGood ? NeedBand.Good : Need < LeastNeedForChange ? NeedBand.Between : NeedBand.HopeForChange;

    /// <summary>Whether suggestions are looked for: she hopes for something here, or it matters most to her and is not at its best.</summary>
    public bool CallsForSuggestions => Weight > 0 && (IsChosen || Band != NeedBand.Good);
}
