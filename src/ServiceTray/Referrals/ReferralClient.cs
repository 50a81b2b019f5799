namespace ServiceTray.Referrals;

/// <summary>Who the referral is about; only what is needed to reach her.</summary>
internal sealed record ReferralClient
{
    public const int LongestName = 120;
    public const int LongestContact = 200;
    public const int LongestLine = 300;

    public required string Name { get; init; }

    public required ContactChannel Channel { get; init; }

    /// <summary>A number, an address of mail or of a house, as the channel wants it.</summary>
    public string? Contact { get; init; }

    /// <summary>When and where it is safe to reach her.</summary>
    public string? SafeTimes { get; init; }

    public bool LeaveNoMessages { get; init; }

    /// <summary>She makes the first contact herself.</summary>
    public bool DoNotContactFirst { get; init; }

    /// <summary>Her address is protected by order (turvakielto): no municipality or address goes on, and the coordinator keeps the contact.</summary>
    public bool IsProtected { get; init; }

    /// <summary>BCP 47; null: not told.</summary>
    public string? Language { get; init; }

    public bool NeedsInterpreter { get; init; }

    /// <summary>The municipality's code.</summary>
    public string? Municipality { get; init; }

    public AgeBand? AgeBand { get; init; }

    /// <summary>A guardian or helper who acts beside her.</summary>
    public ClientAide? Aide { get; init; }
}

/// <summary>A guardian or helper, how far she may act, and where she is written to: a mail address or a telephone that takes text messages.</summary>
internal sealed record ClientAide(string Name, AideScope Scope, string? Contact = null)
{
    /// <summary>How her contact is written to; null: she has none, or it is neither.</summary>
    public ContactChannel? Channel => Contact is null ? null
        : ContactForm.Fits(ContactChannel.Email, Contact) ? ContactChannel.Email
        : ContactForm.Fits(ContactChannel.TextMessage, Contact) ? ContactChannel.TextMessage
        : null;

    public override string ToString() => nameof(ClientAide);
}

/// <summary>How far a helper may act.</summary>
internal enum AideScope
{
    HelpsToCommunicate,
    ReceivesNotices,
    DecidesAsGuardian,
}

/// <summary>How the client is reached.</summary>
internal enum ContactChannel
{
    Phone,
    TextMessage,
    Email,
    Letter,

    /// <summary>She is told by the sender, and calls herself.</summary>
    InPerson,
}

/// <summary>The client's age as far as it is asked.</summary>
internal enum AgeBand
{
    Under18,
    From18To29,
    From30To49,
    From50To64,
    From65To79,
    From80,
}
