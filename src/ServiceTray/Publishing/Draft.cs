namespace ServiceTray.Publishing;

/// <summary>What is being written of an offering, which keeps the draft's id when it is published.</summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required DraftContent Content { get; set; }

    /// <summary>Counts up with each saving; who saves over an older one is told.</summary>
    public int Version { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Since when residents see it; null: they do not.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The version that residents see.</summary>
    public int? PublishedVersion { get; set; }

    /// <summary>The version that waits for a second person; another one: none does.</summary>
    public int? AskedVersion { get; set; }

    /// <summary>The county that wants her.</summary>
    public string? AskedCounty { get; set; }

    public bool AwaitsSecondPerson => AskedVersion == Version;
}
