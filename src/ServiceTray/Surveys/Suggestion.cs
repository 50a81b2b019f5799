using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>An offering with its reasons.</summary>
internal sealed record Suggestion(Candidate Candidate, ThemeCode Code, IReadOnlyList<Reason> Reasons)
{
    public PlacedOffering Placed => Candidate.Placed;

    public Offering Offering => Candidate.Offering;

    public Theme Theme => Theme.Of(Code);

    public double? DistanceKm => Candidate.DistanceKm;

    /// <summary>When it takes place next; null: it has no dates.</summary>
    public DatedOccurrence? Next => Candidate.Next is { } next ? new DatedOccurrence(Offering.Id, next) : null;
}

/// <summary>What is suggested, and what would fit but does not tell its price or accessibility: ask first.</summary>
internal sealed record Suggestions(IReadOnlyList<Suggestion> Sure, IReadOnlyList<PlacedOffering> AskFirst);
