namespace ServiceTray.Accounts.Agreements;

/// <summary>An organisation lets a helper write and publish for it, until either of them ends it.</summary>
internal sealed class HelperAgreement
{
    public required Guid Id { get; init; }

    public required Guid Organisation { get; init; }

    /// <summary>The helper's account.</summary>
    public required Guid Helper { get; init; }

    public required DateTimeOffset AgreedAt { get; init; }

    /// <summary>Who agreed for the organisation.</summary>
    public required Guid AgreedBy { get; init; }

    /// <summary>Since when it is over; null: it is in force.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }
}
