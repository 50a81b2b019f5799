using ServiceTray.Accounts;

namespace ServiceTray.Publishing;

/// <summary>What somebody may with an organisation's drafts.</summary>
internal static class DraftRights
{
    /// <summary>Those who write for an organisation: its own people, and a helper that it agreed with.</summary>
    public static readonly Role[] Writers = [Role.Publisher, Role.Editor, Role.Helper];

    public static bool Writes(Caller caller, Guid organisation) => caller.IsAt(organisation, Writers);

    public static bool Publishes(Caller caller, Guid organisation) => caller.IsAt(organisation, Role.Publisher, Role.Helper);

    /// <summary>Whether she may be the second person whom a draft waits for; that she did not write it is asked besides.</summary>
    public static bool Reviews(Caller caller, Draft draft) =>
        draft.AwaitsSecondPerson && Reviews(caller, draft.OrganisationId, draft.AskedCounty);

    /// <summary>The same of whatever an organisation wants published in a county.</summary>
    public static bool Reviews(Caller caller, Guid organisation, string? county) =>
        Publishes(caller, organisation) || (county is not null && caller.IsIn(county, Role.CountyAdministrator));
}
