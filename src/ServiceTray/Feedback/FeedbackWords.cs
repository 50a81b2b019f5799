using ServiceTray.Codes;

namespace ServiceTray.Feedback;

/// <summary>What somebody wrote and where she hopes for an answer; kept sealed.</summary>
internal sealed record FeedbackWords(string Message, string? Page, string? ReplyTo)
{
    private const string Purpose = "Feedback";

    public string Seal(Sealer sealer) => sealer.Seal(Purpose, this);

    /// <summary>The words of a note; empty ones when the key to them is gone.</summary>
    public static FeedbackWords Of(FeedbackNote note, Sealer sealer) => note.Contents is { } closed
        ? sealer.OpenOrNull<FeedbackWords>(Purpose, closed) ?? new("", null, null)
        : new(note.Message, note.Page, note.ReplyTo);

    public override string ToString() => nameof(FeedbackWords);
}
