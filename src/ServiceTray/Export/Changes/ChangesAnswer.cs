using System.Text.Json.Serialization;
using ServiceTray.Data;
using ServiceTray.Offerings;

namespace ServiceTray.Export.Changes;

/// <summary>A page of the change feed.</summary>
internal sealed record ChangesAnswer
{
    /// <summary>What has changed, in the order of the commits; each thing once, where it changed last.</summary>
    public required IReadOnlyList<ChangeAnswer> Items { get; init; }

    /// <summary>The cursor to go on from, now or at any later day.</summary>
    public required string Next { get; init; }

    /// <summary>Whether more has changed already.</summary>
    public required bool HasMore { get; init; }
}

/// <summary>Something that has changed, as it is now.</summary>
internal sealed record ChangeAnswer
{
    /// <summary>Goes on from here: what stands before was told.</summary>
    public required string Cursor { get; init; }

    /// <summary>What it is.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it changed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it is there.</summary>
    public required ChangedState State { get; init; }

    /// <summary>The id of the one that it was joined into; null: into none.</summary>
    public required Guid? ReplacedBy { get; init; }

    /// <summary>The offering as it is now, when records are asked for and it is one that is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OfferingAnswer? Offering { get; init; }
}

/// <summary>Whether something that changed is there: it is, it is gone and is to be forgotten, or another answers for it.</summary>
internal enum ChangedState
{
    Present,
    Removed,
    Replaced,
}
