using ServiceTray.Referrals.Programmes;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>A client handed on with consent; it moves only as the table of moves lets it, and never forgets a step.</summary>
internal sealed partial class Referral
{
    private Referral()
    {
    }

    public Guid Id { get; private init; }

    public string ProgrammeKey { get; private init; } = "";

    /// <summary>The unit that sends; null: the client herself.</summary>
    public Guid? SenderUnit { get; private init; }

    /// <summary>The professional who sends; null: the client herself, or a draft of the unit that nobody has taken yet.</summary>
    public Guid? SenderAccount { get; private set; }

    /// <summary>The program that wrote it; null: a person did.</summary>
    public Guid? WrittenBy { get; private init; }

    /// <summary>The organisation whose desk it is addressed to.</summary>
    public Guid Receiver { get; private init; }

    public Guid? LinkPerson { get; private set; }

    /// <summary>What it was forwarded from.</summary>
    public Guid? Parent { get; private init; }

    /// <summary>What it was forwarded as.</summary>
    public Guid? Child { get; private set; }

    public ReferralState State { get; private set; }

    /// <summary>One more with each change, so that two people who move it at once are told.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset StateAt { get; private set; }

    /// <summary>When the next thing should have been done; null: nothing is waited for.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The name under which the log knows it.</summary>
    public Guid Pseudonym { get; private init; }

    /// <summary>The hash of the client's code.</summary>
    public string CodeHash { get; private init; } = "";

    public IReadOnlyList<ReferralStep> Steps { get; private set; } = [];

    /// <summary>The content as it is stored, encrypted.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>What is about the person, once it was opened.</summary>
    public ReferralContent Content { get; set; } = new();

    /// <exception cref="ReferralInvalidException">Something in the draft cannot be taken.</exception>
    public static Referral Draft(Guid id, ReferralDraft draft, string codeHash, string? pinHash, Guid pseudonym, Occasion occasion, Guid? writtenBy = null)
    {
        if (DraftCheck.Check(draft, occasion.Programme) is { Count: > 0 } problems)
        {
            throw new ReferralInvalidException(problems);
        }

        return new Referral
        {
            Id = id,
            ProgrammeKey = occasion.Programme.Key,
            SenderUnit = occasion.Actor.Unit,
            SenderAccount = occasion.Actor.Account,
            WrittenBy = writtenBy,
            Receiver = draft.Receiver,
            State = ReferralState.Draft,
            CreatedAt = occasion.At,
            StateAt = occasion.At,
            DueAt = occasion.At.AddDays(occasion.Programme.Deadlines.DraftDays),
            Pseudonym = pseudonym,
            CodeHash = codeHash,
            Content = new ReferralContent
            {
                Client = draft.Client,
                Reason = draft.Reason,
                Target = draft.Target,
                Survey = draft.Survey,
                Tray = draft.Tray,
                PinHash = pinHash,
                KeptBack = draft.KeptBack,
            },
        };
    }

    /// <summary>All this actor can do now by the programme.</summary>
    public IReadOnlyList<ReferralMove> Possible(ReferralActor actor, Programme programme) => Possible(State, actor, programme);

    /// <summary>The same, of a referral that is in this state.</summary>
    public static IReadOnlyList<ReferralMove> Possible(ReferralState state, ReferralActor actor, Programme programme) =>
        [.. MoveTable.Possible(state, actor).Where(move => move switch { ReferralMove.SetPhases => programme.Phases.Count > 0, ReferralMove.Renew => programme.NamesClient && programme.HasConsentText, _ => true })];

    public bool IsOverdue(DateTimeOffset now) => DueAt is { } due && due <= now;

    /// <summary>Whether a purpose is allowed on a day; a question without a client has nobody whose permission it would take.</summary>
    public bool Allows(Programme programme, Purpose purpose, DateOnly day) => !programme.NamesClient || Content.Consent?.Allows(purpose, day) == true;

    private void Step(ReferralMove move, Occasion occasion, ReasonCode? reason = null, string? note = null, DateOnly? due = null)
    {
        var to = Require(move, occasion);
        if (reason is { } code && !(code.Fits(move) && occasion.Programme.Reasons.Contains(code)))
        {
            throw new ReferralInvalidException("reason", RefusalCodes.ReasonUnknown);
        }

        occasion.Programme.Refused.Require("note", note, ReferralNote.LongestText, isRequired: move is ReferralMove.AskInformation or ReferralMove.GiveInformation);
        var number = Steps.Count + 1;
        if (to.HidesPerson())
        {
            Content = Content.WithoutPerson(to, occasion.At);
        }

        if (!string.IsNullOrWhiteSpace(note))
        {
            Content = Content with { Notes = [.. Content.Notes, new ReferralNote(number, occasion.At, occasion.Actor.Role, note.Trim())] };
        }

        var actor = occasion.Actor;
        if (State == ReferralState.Draft && actor.Role == ReferralRole.Sender && SenderUnit is not null)
        {
            // What a client sent herself stays hers, whoever hands it on.
            SenderAccount ??= actor.Account;
        }

        Steps = [.. Steps, new ReferralStep(number, occasion.At, move, State, to, actor.Role, actor.Account, actor.Unit, actor.SpokenWish, reason)];
        DueAt = occasion.Programme.Deadlines.DueAt(to, move, State == to ? DueAt : null, occasion.At, due);
        (State, StateAt, Revision) = (to, occasion.At, Revision + 1);
    }

    private ReferralState Require(ReferralMove move, Occasion occasion) =>
        MoveTable.To(State, move, occasion.Actor) ?? throw MoveRefusedException.NotPossible(State, Possible(occasion.Actor, occasion.Programme));

    private void RequireClient(ReferralMove move, Occasion occasion)
    {
        if (Content.Client is null)
        {
            Require(move, occasion);
            throw new ReferralInvalidException("client", RefusalCodes.FieldRequired);
        }
    }

    private void RequireConsent(Purpose purpose, Occasion occasion)
    {
        if (!Allows(occasion.Programme, purpose, occasion.Today))
        {
            throw MoveRefusedException.ConsentMissing(State, Possible(occasion.Actor, occasion.Programme));
        }
    }

    private static void RequireAhead(string field, DateOnly day, Occasion occasion)
    {
        if (day <= occasion.Today || day > occasion.Today.AddYears(2))
        {
            throw new ReferralInvalidException(field, RefusalCodes.DateInvalid);
        }
    }
}
