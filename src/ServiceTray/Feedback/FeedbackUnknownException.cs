using ServiceTray.Refusals;

namespace ServiceTray.Feedback;

/// <summary>There is no such feedback, or it is another's work, and no word which.</summary>
internal sealed class FeedbackUnknownException() : RefusalException(RefusalCodes.NotFound, "There is no such feedback.");
