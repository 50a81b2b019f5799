using ServiceTray.Organisations;

namespace ServiceTray.Publishing;

/// <summary>An organisation that asks to publish: a new one, or one that a register brought and that somebody now claims.</summary>
internal sealed class SignUp
{
    public required Guid Id { get; init; }

    /// <summary>Who asks, and becomes its publisher.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The one that is claimed, or, once verified, the one that was made.</summary>
    public Guid? OrganisationId { get; set; }

    public required string Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    public string? BusinessId { get; init; }

    /// <summary>Where the administrator can ask whether it is true; empty: it is decided, and nobody asks any more.</summary>
    public required string Contact { get; set; }

    public required DateTimeOffset At { get; init; }

    public SignUpState State { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>Why it was refused, in the administrator's words to who asked; null: she said none.</summary>
    public string? Told { get; set; }
}

/// <summary>How far a sign-up is.</summary>
internal enum SignUpState
{
    Waiting,
    Verified,
    Refused,
}
