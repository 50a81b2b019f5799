using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Surveys;

/// <summary>What keeps an offering out of the suggestions to a result, or its place among them from 1 on.</summary>
internal sealed record WhyNot(PlacedOffering Placed, int? Place, IReadOnlyList<Barrier> Barriers)
{
    public Offering Offering => Placed.Offering;
}

/// <summary>One thing that keeps an offering out.</summary>
internal sealed record Barrier(BarrierKind Kind, LocalizedText Text);

/// <summary>The kinds of barriers: what is not on offer, the person's own limits one by one, and last the rank.</summary>
internal enum BarrierKind
{
    Over,
    OutOfReach,
    Age,
    NotForChildren,
    Language,
    Mode,
    Accessibility,
    AccessibilityNotTold,
    Price,
    PriceNotTold,
    NoNeed,
    OrganisationTwice,
    Outranked,
}
