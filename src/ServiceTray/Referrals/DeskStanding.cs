namespace ServiceTray.Referrals;

/// <summary>Whether a desk takes on now; a desk that has said nothing does.</summary>
internal sealed class DeskStanding
{
    public required Guid Organisation { get; init; }

    public required bool TakesOn { get; set; }

    public required DateTimeOffset ToldAt { get; set; }
}
