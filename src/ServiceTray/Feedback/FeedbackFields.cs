using ServiceTray.Offerings;

namespace ServiceTray.Feedback;

/// <summary>What the list of feedback tells over GraphQL besides its own members.</summary>
internal static class FeedbackListFields
{
    public static int TotalCount(FeedbackList list) => list.Total;
}

/// <summary>What a note that waits tells.</summary>
internal static class FeedbackNoteFields
{
    public static Guid Id(FeedbackWork work) => work.Note.Id;

    public static DateTimeOffset At(FeedbackWork work) => work.Note.At;

    public static Offering? Offering(FeedbackWork work) => work.About?.Offering;

    public static int? Useful(FeedbackWork work) => work.Note.Useful;

    public static WrongFact? Wrong(FeedbackWork work) => work.Note.Wrong;

    public static string Message(FeedbackWork work) => work.Words.Message;

    public static string? ReplyTo(FeedbackWork work) => work.IsMailed ? null : work.Words.ReplyTo;

    public static bool Answerable(FeedbackWork work) => work.IsMailed;
}

/// <summary>What an opinion tells.</summary>
internal static class FeedbackOpinionFields
{
    public static Offering Offering(FeedbackOpinion opinion) => opinion.About.Offering;
}
