using ServiceTray.Data;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>Two offerings of different sources that look like one, and what became of the question; no order tells them apart.</summary>
internal sealed class LikePair
{
    public required Guid Id { get; init; }

    /// <summary>The lesser id of the two.</summary>
    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    /// <summary>Which of them stays, or would.</summary>
    public required Guid KeptId { get; set; }

    public required double Score { get; set; }

    /// <summary>What adds up to the score.</summary>
    public required IReadOnlyList<LikenessPart> Parts { get; set; }

    public PairState State { get; private set; } = PairState.Asking;

    /// <summary>Whether the rule joined them, not a person.</summary>
    public bool ByRule { get; private set; }

    public required DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public bool Holds(Guid id) => id == FirstId || id == SecondId;

    /// <summary>One stays, the other answers with it; the rows of change let the index and all who follow it know.</summary>
    public IEnumerable<Change> Join(Guid kept, bool byRule, DateTimeOffset now)
    {
        (KeptId, State, ByRule, DecidedAt) = (kept, PairState.Joined, byRule, now);
        return Changes(now);
    }

    /// <summary>They are two things; what was joined is parted.</summary>
    public IEnumerable<Change> Part(DateTimeOffset now)
    {
        var wasJoined = State == PairState.Joined;
        (State, ByRule, DecidedAt) = (PairState.Apart, false, now);
        return wasJoined ? Changes(now) : [];
    }

    private Change[] Changes(DateTimeOffset now) =>
    [
        new() { Kind = ChangeKind.Offering, EntityId = FirstId, At = now },
        new() { Kind = ChangeKind.Offering, EntityId = SecondId, At = now },
    ];
}

/// <summary>What became of a pair.</summary>
internal enum PairState
{
    Asking,
    Joined,
    Apart,
}
