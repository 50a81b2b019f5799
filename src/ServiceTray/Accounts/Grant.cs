namespace ServiceTray.Accounts;

/// <summary>A role at an organisation, in a county (by its code), or of the whole installation; a role is never where it cannot be.</summary>
internal sealed record Grant
{
    public Grant(Role role, Guid? organisation = null, string? county = null)
    {
        if (!MayStand(role, organisation, county))
        {
            throw new ArgumentException($"{role} cannot be so: it is of an organisation, a county or the whole.", nameof(role));
        }

        Role = role;
        Organisation = organisation;
        County = county;
    }

    public Role Role { get; }

    public Guid? Organisation { get; }

    public string? County { get; }

    /// <summary>Whether the role can be there.</summary>
    public static bool MayStand(Role role, Guid? organisation, string? county) => (role, organisation, county) switch
    {
        (_, not null, not null) => false,
        (Role.Publisher or Role.Editor or Role.Professional, not null, _) => true,
        (Role.Coordinator or Role.LinkPerson or Role.Helper, _, _) => organisation is not null || IsCode(county),
        (Role.CountyAdministrator, null, _) => IsCode(county),
        (Role.Administrator, null, null) => true,
        (Role.Auditor or Role.StatisticsReader, null, _) => county is null || IsCode(county),
        _ => false,
    };

    private static bool IsCode(string? county) => county is { Length: >= 1 and <= 8 } && county.All(char.IsAsciiLetterOrDigit);
}
