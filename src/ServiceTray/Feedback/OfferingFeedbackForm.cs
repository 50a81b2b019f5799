using System.Globalization;
using ServiceTray.Languages;

namespace ServiceTray.Feedback;

/// <summary>Feedback on an offering as it was chosen and typed, kept as it is when something is wrong with it.</summary>
internal sealed record OfferingFeedbackForm(string Useful, string Wrong, string Message, string ReplyTo)
{
    public static OfferingFeedbackForm Empty { get; } = new("", "", "", "");

    /// <summary>From 1 to 5; null: not told.</summary>
    public int? UsefulOrNull => int.TryParse(Useful, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is >= 1 and <= FeedbackNote.MostUseful ? told : null;

    public WrongFact? WrongOrNull => PublicWords.Read<WrongFact>(Wrong);

    public IReadOnlyList<FeedbackProblem> Problems =>
    [
        .. Useful.Length > 0 && UsefulOrNull is null ? [new FeedbackProblem("useful", "Problem.Choice", 0)] : Array.Empty<FeedbackProblem>(),
        .. Wrong.Length > 0 && WrongOrNull is null ? [new FeedbackProblem("wrong", "Problem.Choice", 0)] : Array.Empty<FeedbackProblem>(),
        .. FeedbackForm.Check("message", Message, FeedbackNote.LongestMessage, required: false),
        .. FeedbackForm.Check("replyTo", ReplyTo, FeedbackNote.LongestLine, required: false),
        .. Useful.Length == 0 && Wrong.Length == 0 && string.IsNullOrWhiteSpace(Message) ? [new FeedbackProblem("useful", "Problem.Nothing", 0)] : Array.Empty<FeedbackProblem>(),
    ];

    public static OfferingFeedbackForm Read(IFormCollection fields) => new($"{fields["useful"]}", $"{fields["wrong"]}", $"{fields["message"]}", $"{fields["replyTo"]}");
}
