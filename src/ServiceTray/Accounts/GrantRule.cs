namespace ServiceTray.Accounts;

/// <summary>Who may give a grant, and take it away again.</summary>
internal static class GrantRule
{
    private static readonly Role[] OfOrganisation = [Role.Publisher, Role.Editor, Role.Professional, Role.Coordinator, Role.LinkPerson];
    private static readonly Role[] OfCounty = [Role.CountyAdministrator, Role.Helper, Role.Coordinator, Role.LinkPerson, Role.Auditor, Role.StatisticsReader];

    public static bool MayGive(Caller caller, Grant grant) =>
        caller.Scopes is null

        // Whom a helper writes for is agreed, not given.
        && !(grant.Role == Role.Helper && grant.Organisation is not null)
        && (caller.Is(Role.Administrator)
            || (grant.Organisation is { } organisation && OfOrganisation.Contains(grant.Role) && caller.IsAt(organisation, Role.Publisher))
            || (grant.County is { } county && OfCounty.Contains(grant.Role) && caller.IsIn(county, Role.CountyAdministrator)));

    /// <summary>The roles that one may give at a place.</summary>
    public static IReadOnlyList<Role> Givable(Caller caller, Guid? organisation, string? county) =>
        [.. Enum.GetValues<Role>().Where(role => Grant.MayStand(role, organisation, county) && MayGive(caller, new Grant(role, organisation, county)))];
}
