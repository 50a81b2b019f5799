namespace ServiceTray.Offerings;

/// <summary>Goes on: a group, a service, a meeting place, a trail.</summary>
internal sealed class Activity : Offering
{
    public IReadOnlyList<OpeningHours> OpeningHours { get; set; } = [];

    /// <summary>Set when a county has agreed that people are helped to look further here.</summary>
    public GuidancePoint? GuidancePoint { get; set; }

    /// <summary>Time and place are told to who asks, and stand nowhere here.</summary>
    public bool OnContact { get; set; }

    public override OfferingKind Kind => OfferingKind.Activity;
}
