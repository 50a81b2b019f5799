namespace ServiceTray.Outbox;

/// <summary>A mail in plain words, to one address or, with commas between, to several; its id is the same however often it is sent.</summary>
internal sealed record Mail(Guid Id, string To, string Subject, string Text)
{
    public override string ToString() => nameof(Mail);
}
