namespace ServiceTray.Accounts.Passkeys;

/// <summary>A challenge that was answered, kept until it would be over anyway, so that none is answered twice.</summary>
internal sealed class PasskeyAnswer
{
    public required Guid ChallengeId { get; init; }

    public required DateTimeOffset EndsAt { get; init; }
}
