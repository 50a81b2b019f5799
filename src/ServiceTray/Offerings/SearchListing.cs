using ServiceTray.Calendar;
using ServiceTray.Needs;
using ServiceTray.Places;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>A page of the list that a resident sees, with all that stands around it.</summary>
internal sealed record SearchListing(SearchForm Form)
{
    public IReadOnlyList<ListedOffering> Items { get; init; } = [];

    public int Total { get; init; }

    /// <summary>Cursor of the last item when more follow.</summary>
    public string? Next { get; init; }

    /// <summary>Cursor of the first item when some stand before.</summary>
    public string? Previous { get; init; }

    /// <summary>The search whose words stand out in what was found; null: it had none.</summary>
    public SearchQuery? Sought { get; init; }

    /// <summary>How the place was understood.</summary>
    public Spot? Centre { get; init; }

    public int NotToldCount { get; init; }

    /// <summary>The first few that would fit, but whose record does not tell.</summary>
    public IReadOnlyList<PlacedOffering> NotTold { get; init; } = [];

    /// <summary>Words that were read as filters.</summary>
    public IReadOnlyList<AppliedFilter> Read { get; init; } = [];

    /// <summary>Needs that the words say.</summary>
    public IReadOnlyList<NeedEntry> Needs { get; init; } = [];

    public IReadOnlyList<Completion> DidYouMean { get; init; } = [];

    /// <summary>Ways on when few were found.</summary>
    public IReadOnlyList<Relaxation> Relaxations { get; init; } = [];

    public IReadOnlyList<FacetGroup> Facets { get; init; } = [];

    /// <summary>True when the page asked for is gone, and the first is shown.</summary>
    public bool StartedAgain { get; init; }

    public SearchRefusal? Refusal { get; init; }
}

/// <summary>An offering on the list at a moment: how far it is, when it is next, and whether what it tells is old.</summary>
internal sealed record ListedOffering(PlacedOffering Placed, double? DistanceKm, DateTimeOffset Now)
{
    public Occurrence? Next { get; } = Placed.Offering.NextAfter(Now);

    /// <summary>A date before the next that does not take place, which whoever comes by habit should know; null: none.</summary>
    public Occurrence? CalledOff => NextDates.CalledOffBefore(Placed.Offering, Next, Now);

    /// <summary>The day it was last checked, when it should have been checked again by now.</summary>
    public DateOnly? StaleSince { get; } = Freshness.Of(Placed.Offering) is var freshness && freshness.IsStale(Now) ? HelsinkiTime.Day(freshness.CheckedAt) : null;

    public Offering Offering => Placed.Offering;
}

/// <summary>Values of one filter to choose from.</summary>
internal sealed record FacetGroup(string Field, IReadOnlyList<FacetOption> Options);

/// <summary>A value of a filter, with how many would be found by it and whether it is chosen.</summary>
internal sealed record FacetOption(SearchChoice Choice, int Count, bool Chosen);

/// <summary>Why there is no list: a key of the room's texts, and spellings of places that would do.</summary>
internal sealed record SearchRefusal(string Reason, IReadOnlyList<string> Places);
