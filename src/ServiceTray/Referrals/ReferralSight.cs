using ServiceTray.Accounts;
using ServiceTray.Calendar;

namespace ServiceTray.Referrals;

/// <summary>In which capacities a caller meets a referral; in none, it is not there for her.</summary>
internal sealed record ReferralSight(ReferralActor Actor, ReferralReader Reader)
{
    /// <summary>What a machine client's token must be for.</summary>
    public const string Scope = "referrals";

    public static IReadOnlyList<ReferralSight> Of(Caller caller, Referral referral)
    {
        if (caller.Id is not { } account || caller.Scopes?.Contains(Scope) == false)
        {
            return [];
        }

        var sights = new List<ReferralSight>();
        if (referral.SenderUnit is { } unit && caller.IsAt(unit, Role.Professional) && IsHers(referral, account))
        {
            sights.Add(new(new ReferralActor(ReferralRole.Sender, account, unit), ReferralReader.Sender));
        }

        if (!referral.State.IsWithSender())
        {
            if (referral.LinkPerson == account && caller.IsAt(referral.Receiver, Role.LinkPerson))
            {
                sights.Add(new(new ReferralActor(ReferralRole.LinkPerson, account, referral.Receiver), ReferralReader.LinkPerson));
            }

            if (caller.IsAt(referral.Receiver, Role.Coordinator))
            {
                sights.Add(new(new ReferralActor(ReferralRole.Coordinator, account, referral.Receiver), ReferralReader.Coordinator));
            }
        }

        if (caller.Is(Role.Administrator))
        {
            sights.Add(new(new ReferralActor(ReferralRole.Administrator, account), ReferralReader.Administrator));
        }

        return sights;
    }

    /// <summary>How a person meets what a colleague of her unit sent: she may take it over.</summary>
    public static IReadOnlyList<ReferralSight> OfColleague(Caller caller, Referral referral) =>
        caller is { Id: { } account, Scopes: null } && referral.SenderUnit is { } unit && caller.IsAt(unit, Role.Professional) && !IsHers(referral, account)
            ? [new(new ReferralActor(ReferralRole.Colleague, account, unit), ReferralReader.Colleague)]
            : [];

    // Her own, what a program of hers wrote, and a draft that a program wrote for whoever takes it up.
    private static bool IsHers(Referral referral, Guid account) =>
        referral.SenderAccount == account || referral.WrittenBy == account || (referral.SenderAccount is null && referral.State == ReferralState.Draft);

    /// <summary>The capacity in which she sees most.</summary>
    public static ReferralSight? Best(IReadOnlyList<ReferralSight> sights) =>
        sights.FirstOrDefault(sight => sight.Reader == ReferralReader.Coordinator) ?? sights.FirstOrDefault(sight => sight.Reader == ReferralReader.LinkPerson) ?? sights.FirstOrDefault();

    /// <summary>The capacity in which she can make the move; when in none, the one whose possible moves are told.</summary>
    public static ReferralSight For(IReadOnlyList<ReferralSight> sights, Referral referral, ReferralMove move, bool spokenWish)
    {
        var speaking = sights.Select(sight => sight with { Actor = sight.Actor with { SpokenWish = spokenWish } }).ToList();
        return speaking.Find(sight => MoveTable.To(referral.State, move, sight.Actor) is not null) ?? speaking[0];
    }

    /// <summary>The capacities in which it is there for her, now that it is open.</summary>
    public static IReadOnlyList<ReferralSight> Open(IReadOnlyList<ReferralSight> sights, ReferralFile file, DateTimeOffset now) =>
        [.. sights.Where(sight => !SenderSight.IsHidden(file.Referral, file.Programme, sight.Reader, now) && !(sight.Reader == ReferralReader.Colleague && IsOver(file.Referral, now)))];

    // A permission that is over opens nothing to somebody new; whoever sent it or the desk records that it goes on.
    private static bool IsOver(Referral referral, DateTimeOffset now) => referral.Content.Consent is { } consent && HelsinkiTime.Day(now) > consent.Until;

    /// <summary>All she can do, in whatever capacity and as the state is known to her in it; the client's own moves only as wishes that she records.</summary>
    public static IReadOnlyList<ReferralMove> Possible(IReadOnlyList<ReferralSight> sights, Referral referral, Programmes.Programme programme, DateTimeOffset now) =>
        [.. sights.SelectMany(sight => PossibleAs(sight, SenderSight.StateFor(referral, programme, sight.Reader, now) ?? referral.State, programme)).Distinct().Order()];

    private static IEnumerable<ReferralMove> PossibleAs(ReferralSight sight, ReferralState state, Programmes.Programme programme) =>
        Referral.Possible(state, sight.Actor, programme).Concat(Referral.Possible(state, sight.Actor with { SpokenWish = true }, programme));
}
