namespace ServiceTray.Accounts.Passkeys;

/// <summary>Why a passkey was not made.</summary>
internal enum PasskeyProblem
{
    /// <summary>It has no name, or one that is too long.</summary>
    Name,

    /// <summary>The account has as many as it may.</summary>
    Most,

    /// <summary>The device's answer is not to this question, too late, or from another site.</summary>
    Refused,
}
