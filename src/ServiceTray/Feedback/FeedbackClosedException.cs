using ServiceTray.Refusals;

namespace ServiceTray.Feedback;

/// <summary>Somebody else has looked after it.</summary>
internal sealed class FeedbackClosedException() : RefusalException(RefusalCodes.FeedbackClosed, "Somebody has looked after it already.");
