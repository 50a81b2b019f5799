namespace ServiceTray.Offerings;

/// <summary>For whom by region; not the same as where.</summary>
internal sealed record Availability(bool Nationwide, bool ExceptAland, IReadOnlyList<string> Regions)
{
    public static Availability Nowhere { get; } = new(false, false, []);

    public bool Equals(Availability? other) =>
        other is not null && Nationwide == other.Nationwide && ExceptAland == other.ExceptAland && Regions.SequenceEqual(other.Regions, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Nationwide, ExceptAland, Regions.Count);
}
