namespace ServiceTray.Offerings.Duplicates;

/// <summary>Up to which change likes were looked for.</summary>
internal sealed class LikeLook
{
    public int Id { get; init; }

    public long Seq { get; set; }
}
