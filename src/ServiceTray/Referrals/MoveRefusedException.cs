using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>The referral cannot be moved so; it tells the state it is in and the moves that are possible.</summary>
internal sealed class MoveRefusedException : RefusalException
{
    private MoveRefusedException(string code, string message, ReferralState state, IReadOnlyList<ReferralMove> possible)
        : base(code, message)
    {
        State = state;
        Shown = state;
        Possible = possible;
        Details = DetailsOf(state, possible);
    }

    public ReferralState State { get; }

    /// <summary>The state as the one refused may know it; null: it has ended.</summary>
    public ReferralState? Shown { get; private init; }

    public IReadOnlyList<ReferralMove> Possible { get; }

    /// <summary>The same refusal, to one who may know of the state only this, with all that she can do.</summary>
    public MoveRefusedException ShownAs(ReferralState? shown, IReadOnlyList<ReferralMove> possible) =>
        new(Code, Message, State, possible) { Shown = shown, Details = DetailsOf(shown, possible) };

    /// <summary>What a refused move tells besides its code.</summary>
    public static Dictionary<string, object?> DetailsOf(ReferralState? shown, IReadOnlyList<ReferralMove> possible) => new()
    {
        ["state"] = shown is { } told ? PublicWords.Of(told) : null,
        ["possibleMoves"] = possible.Select(PublicWords.Of).ToList(),
    };

    public static MoveRefusedException NotPossible(ReferralState state, IReadOnlyList<ReferralMove> possible) =>
        new(RefusalCodes.MoveNotPossible, "This cannot be done to the referral as it stands.", state, possible);

    public static MoveRefusedException Moved(ReferralState state, IReadOnlyList<ReferralMove> possible) =>
        new(RefusalCodes.ReferralMoved, "Somebody moved the referral meanwhile.", state, possible);

    public static MoveRefusedException ConsentMissing(ReferralState state, IReadOnlyList<ReferralMove> possible) =>
        new(RefusalCodes.ConsentMissing, "The client's permission for this is missing, switched off or over.", state, possible);

    public static MoveRefusedException TooEarly(ReferralState state, IReadOnlyList<ReferralMove> possible) =>
        new(RefusalCodes.TooEarly, "Not enough has been tried yet: contact is tried on different days first.", state, possible);
}
