using ServiceTray.Refusals;

namespace ServiceTray.Feedback;

/// <summary>The answer cannot be sent as it is.</summary>
internal sealed class FeedbackAnswerException(int longest) : RefusalException(RefusalCodes.FeedbackAnswerInvalid, $"An answer has words, at most {longest} letters of them.");
