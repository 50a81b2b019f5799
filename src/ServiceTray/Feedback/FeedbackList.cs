using ServiceTray.Offerings;

namespace ServiceTray.Feedback;

/// <summary>What waits for somebody, how much there is, and what is thought of her offerings.</summary>
internal sealed record FeedbackList(IReadOnlyList<FeedbackWork> Waiting, int Total, IReadOnlyList<FeedbackOpinion> Opinions);

/// <summary>A note with its words and what it is about; answered by mail, her address is shown to nobody.</summary>
internal sealed record FeedbackWork(FeedbackNote Note, FeedbackWords Words, PlacedOffering? About, bool IsMailed);

/// <summary>How useful an offering is found by how many.</summary>
internal sealed record FeedbackOpinion(PlacedOffering About, double Mean, int Count);
