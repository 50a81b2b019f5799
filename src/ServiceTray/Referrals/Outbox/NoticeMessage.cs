namespace ServiceTray.Referrals.Outbox;

/// <summary>A notice as it is told: neutral words, a link and at most a code.</summary>
internal sealed record NoticeMessage(Guid Notice, NoticeRoute Route, string To, string Subject, string Text)
{
    /// <summary>What signs the call to a program, sealed; null: it is no call.</summary>
    public string? SealedSecret { get; init; }

    public override string ToString() => nameof(NoticeMessage);
}

/// <summary>How somebody is told.</summary>
internal enum NoticeRoute
{
    Mail,
    TextMessage,

    /// <summary>On paper, which somebody prints and posts.</summary>
    Letter,

    /// <summary>A program, by a signed call.</summary>
    Webhook,
}
