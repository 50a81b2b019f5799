using ServiceTray.Search.Indexing;

namespace ServiceTray.Offerings;

/// <summary>The index's fields and the words that stand in them.</summary>
internal static class IndexFields
{
    public const string Kind = "kind";
    public const string Theme = "theme";
    public const string Municipality = "municipality";
    public const string County = "county";
    public const string Audience = "audience";
    public const string Mode = "mode";
    public const string Access = "access";
    public const string Accessibility = "accessibility";
    public const string Language = "language";
    public const string Free = "free";
    public const string LowThreshold = "lowThreshold";
    public const string AcceptsReferrals = "acceptsReferrals";
    public const string HasRoom = "hasRoom";
    public const string Organisation = "organisation";

    /// <summary>Where its record comes from.</summary>
    public const string Source = "source";

    /// <summary>Half hours when it is open, in the words of <see cref="OpenHalves"/>.</summary>
    public const string OpenAt = "openAt";

    public const string MinimumAge = "minimumAge";
    public const string MaximumAge = "maximumAge";

    /// <summary>When the last date is over, in seconds since 1970; what goes on has none.</summary>
    public const string Ends = "ends";

    /// <summary>Guidance agreements run from and to these days, in days since year 1.</summary>
    public const string GuidanceFrom = "guidanceFrom";
    public const string GuidanceTo = "guidanceTo";

    /// <summary>When it should be checked again, in seconds since 1970.</summary>
    public const string NextCheck = "nextCheck";

    public const string Yes = "yes";
    public const string No = "no";
    public const string NotTold = "?";

    public const string Everywhere = "*";
    public const string EverywhereButAland = "*-aland";

    public static IndexSchema Schema { get; } = new(
        [new("name", 2), new("summary", 1), new("description", 1), new("keywords", 1), new("organisation", 0.5f)],
        [Kind, Theme, Municipality, County, Audience, Mode, Access, Accessibility, Language, Free, LowThreshold, AcceptsReferrals, HasRoom, Organisation, Source, OpenAt, .. MapCells.Levels.Select(MapCells.FieldOf)],
        [MinimumAge, MaximumAge, Ends, GuidanceFrom, GuidanceTo, NextCheck]);
}
