using ServiceTray.Refusals;

namespace ServiceTray.Feedback;

/// <summary>Feedback says nothing, or something in it cannot be read.</summary>
internal sealed class FeedbackInvalidException : RefusalException
{
    public FeedbackInvalidException(string field)
        : base(RefusalCodes.FeedbackInvalid, $"{field}: feedback tells from 1 to 5 how useful it was, what is wrong, or words of at most {FeedbackNote.LongestMessage} characters.")
    {
        Field = field;
        Details = new Dictionary<string, object?> { ["argument"] = field };
    }

    public string Field { get; }
}
