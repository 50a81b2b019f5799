using System.Text.Json.Serialization;
using ServiceTray.Themes;

namespace ServiceTray.Referrals;

/// <summary>A referral as REST tells it: what the one who asks may see of it, and what she can do.</summary>
internal sealed record ReferralAnswer
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key of the programme that it was sent by.</summary>
    public required string Programme { get; init; }

    /// <summary>Where it is on its way; null: it has ended, and how is not told.</summary>
    public required ReferralState? State { get; init; }

    /// <summary>What a move names, so that of two who move it at once one is told.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the next thing should have been done.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether that is past.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>The unit that sent it; null: the client herself, or a unit that is not told.</summary>
    public required Guid? SenderUnit { get; init; }

    /// <summary>The organisation whose desk it is addressed to.</summary>
    public required Guid Receiver { get; init; }

    /// <summary>The account of the one who walks beside the client.</summary>
    public required Guid? LinkPerson { get; init; }

    /// <summary>What it was forwarded from.</summary>
    public required Guid? Parent { get; init; }

    /// <summary>What it was forwarded as.</summary>
    public required Guid? Child { get; init; }

    /// <summary>The client, as far as she lets it be seen.</summary>
    public required ReferralClient? Client { get; init; }

    /// <summary>What she hopes for, as far as she lets it be seen.</summary>
    public required ReferralReasonAnswer? Reason { get; init; }

    /// <summary>The summary of her survey, when she shares it.</summary>
    public required string? Survey { get; init; }

    /// <summary>The reading code of her list, when she shares it.</summary>
    public required string? Tray { get; init; }

    /// <summary>What she agreed to.</summary>
    public required ReferralConsentAnswer? Consent { get; init; }

    /// <summary>The last day of the client's permission, told also when it is over; null: nobody has to permit.</summary>
    public required DateOnly? PermissionUntil { get; init; }

    /// <summary>Whether that day is near, or past.</summary>
    public required bool IsPermissionEnding { get; init; }

    /// <summary>Questions, answers and messages on the way.</summary>
    public required IReadOnlyList<ReferralNote> Notes { get; init; }

    /// <summary>How it went.</summary>
    public required ReferralOutcome? Outcome { get; init; }

    /// <summary>Phases of the walk, where the programme has such.</summary>
    public required IReadOnlyList<PhaseWalk> Phases { get; init; }

    /// <summary>The way so far.</summary>
    public required IReadOnlyList<ReferralStepAnswer> Steps { get; init; }

    /// <summary>What the one who asks can do now.</summary>
    public required IReadOnlyList<ReferralMove> PossibleMoves { get; init; }

    /// <summary>The client's code, told only when it is sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    public static ReferralAnswer Of(ReferralShown shown, string? code = null) => Of(shown.View) with { PossibleMoves = shown.Possible, Code = code };

    private static ReferralAnswer Of(ReferralView view) => new()
    {
        Id = view.Id,
        Programme = view.ProgrammeKey,
        State = view.State,
        Revision = view.Revision,
        CreatedAt = view.CreatedAt,
        DueAt = view.DueAt,
        IsOverdue = view.IsOverdue,
        SenderUnit = view.SenderUnit,
        Receiver = view.Receiver,
        LinkPerson = view.LinkPerson,
        Parent = view.Parent,
        Child = view.Child,
        Client = view.Client,
        Reason = view.Reason is { } reason ? new ReferralReasonAnswer(reason.Themes, reason.Needs, reason.OwnWords, reason.Goal, reason.WhatHelps, reason.MustBeKnown) : null,
        Survey = view.Survey,
        Tray = view.Tray,
        Consent = view.Consent is { } consent
            ? new ReferralConsentAnswer(consent.TextVersion, consent.Form, [.. consent.On.Order()], [.. consent.Hidden.Order()], consent.Disclosures, consent.GivenAt, consent.Until, consent.WithdrawnAt)
            : null,
        PermissionUntil = view.PermissionUntil,
        IsPermissionEnding = view.IsPermissionEnding,
        Notes = view.Notes,
        Outcome = view.Outcome,
        Phases = view.Phases,
        Steps = [.. view.Steps.Select(step => new ReferralStepAnswer(step.At, step.Move, step.To, step.By, step.SpokenWish, step.Reason))],
        PossibleMoves = [],
    };
}

/// <summary>What the client hopes for, in themes, keys of the programme's needs and words.</summary>
internal sealed record ReferralReasonAnswer(IReadOnlyList<ThemeCode> Themes, IReadOnlyList<string> Needs, string? OwnWords, string? Goal, string? WhatHelps, string? MustBeKnown);

/// <summary>What the client agreed to: which text, how, what is on, what she keeps back, to whom else it may be told, from when until when.</summary>
internal sealed record ReferralConsentAnswer(
    string TextVersion, AgreementForm Form, IReadOnlyList<Purpose> Purposes, IReadOnlyList<ClientField> Hidden, IReadOnlyList<string> Disclosures, DateTimeOffset GivenAt, DateOnly Until, DateTimeOffset? WithdrawnAt);

/// <summary>A step of the way: when, what was done, where it led, in whose capacity, whether the client's spoken wish was recorded, and why.</summary>
internal sealed record ReferralStepAnswer(DateTimeOffset At, ReferralMove Move, ReferralState To, ReferralRole By, bool SpokenWish, ReasonCode? Reason);

/// <summary>A page of a box over REST: its referrals, how many there are in all, how many of the box are overdue, the cursor of the last of these, and whether there are more after it.</summary>
internal sealed record ReferralListAnswer(IReadOnlyList<ReferralAnswer> Items, int TotalCount, int OverdueCount, string? EndCursor, bool HasNextPage);
