using ServiceTray.Languages;

namespace ServiceTray.Feedback;

/// <summary>What somebody said about the service or about an offering: work for somebody until it is closed.</summary>
internal sealed class FeedbackNote
{
    public const int LongestMessage = 4000;
    public const int LongestLine = 300;
    public const int MostUseful = 5;

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The language of the page it was written on.</summary>
    public required Language Language { get; init; }

    /// <summary>Her words, sealed; null: none, or written before words were sealed.</summary>
    public string? Contents { get; set; }

    /// <summary>As it was written before words were sealed.</summary>
    public string Message { get; init; } = "";

    /// <summary>As it was written before words were sealed.</summary>
    public string? Page { get; init; }

    /// <summary>As it was written before words were sealed.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>The offering it is about; null: the service itself.</summary>
    public Guid? Offering { get; init; }

    /// <summary>Who offers it, whose publishers look after it.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>The county in which it is, whose administrators look after it; null: in none, or in all.</summary>
    public string? County { get; init; }

    /// <summary>How useful it was, from 1 to 5; null: not told.</summary>
    public int? Useful { get; init; }

    /// <summary>What is told wrongly; null: nothing.</summary>
    public WrongFact? Wrong { get; init; }

    /// <summary>Since when there is nothing more to do; null: there is.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Whose account closed it; null: it never was work, being a number alone.</summary>
    public Guid? ClosedBy { get; set; }

    /// <summary>Two at once: one wins.</summary>
    public int Revision { get; set; }
}

/// <summary>What of an offering is told wrongly.</summary>
internal enum WrongFact
{
    Time,
    Place,
    Price,
    Contact,
    Ended,
    Other,
}
