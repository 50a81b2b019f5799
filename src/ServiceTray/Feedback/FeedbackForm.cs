namespace ServiceTray.Feedback;

/// <summary>Feedback as it was typed, kept as it is when something is wrong with it.</summary>
internal sealed record FeedbackForm(string Message, string Page, string ReplyTo)
{
    public static FeedbackForm Empty { get; } = new("", "", "");

    /// <summary>Field by field, a key of the room's texts that says what is wrong; empty: nothing.</summary>
    public IReadOnlyList<FeedbackProblem> Problems =>
    [
        .. Check("message", Message, FeedbackNote.LongestMessage, required: true),
        .. Check("page", Page, FeedbackNote.LongestLine, required: false),
        .. Check("replyTo", ReplyTo, FeedbackNote.LongestLine, required: false),
    ];

    public static IEnumerable<FeedbackProblem> Check(string field, string written, int longest, bool required)
    {
        if (required && string.IsNullOrWhiteSpace(written))
        {
            yield return new(field, "Problem.Empty", longest);
        }
        else if (written.Length > longest)
        {
            yield return new(field, "Problem.Long", longest);
        }
        else if (written.Contains('\0'))
        {
            yield return new(field, "Problem.Letters", longest);
        }
    }
}

/// <summary>What is wrong with a field.</summary>
internal sealed record FeedbackProblem(string Field, string Reason, int Longest);
