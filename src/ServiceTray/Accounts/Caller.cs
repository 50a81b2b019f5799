namespace ServiceTray.Accounts;

/// <summary>The one who asks: a person signed in, a machine client by its token, or nobody.</summary>
internal sealed record Caller
{
    /// <summary>Somebody who has not said who she is, as most residents.</summary>
    public static Caller Nobody { get; } = new();

    /// <summary>The account, or the machine client's id; null: nobody.</summary>
    public Guid? Id { get; private init; }

    /// <summary>How she is called on pages and in histories; empty: nobody.</summary>
    public string DisplayName { get; private init; } = "";

    public IReadOnlyList<Grant> Grants { get; private init; } = [];

    /// <summary>What a machine client's token is for; null: a person, whom only her roles bound.</summary>
    public IReadOnlyList<string>? Scopes { get; private init; }

    public bool IsSignedIn => Id is not null;

    public static Caller Person(Guid account, string displayName, IReadOnlyList<Grant> grants) =>
        new() { Id = account, DisplayName = displayName, Grants = grants };

    public static Caller Machine(Guid client, string name, IReadOnlyList<Grant> grants, IReadOnlyList<string> scopes) =>
        new() { Id = client, DisplayName = name, Grants = grants, Scopes = scopes };

    /// <summary>Whether she has the role anywhere.</summary>
    public bool Is(Role role) => Grants.Any(grant => grant.Role == role);

    /// <summary>Whether she has the role at this organisation.</summary>
    public bool IsAt(Guid organisation, params ReadOnlySpan<Role> roles)
    {
        foreach (var grant in Grants)
        {
            if (grant.Organisation == organisation && roles.Contains(grant.Role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether she has the role in this county, or in all of them.</summary>
    public bool IsIn(string county, Role role) =>
        Grants.Any(grant => grant.Role == role && grant.Organisation is null && (grant.County is null || grant.County == county));

    /// <summary>The organisations at which she has one of the roles.</summary>
    public IReadOnlyList<Guid> OrganisationsAs(params Role[] roles) =>
        [.. Grants.Where(grant => grant.Organisation is not null && roles.Contains(grant.Role)).Select(grant => grant.Organisation!.Value).Distinct()];

    /// <summary>The counties in which she has one of the roles.</summary>
    public IReadOnlyList<string> CountiesAs(params Role[] roles) =>
        [.. Grants.Where(grant => grant.County is not null && roles.Contains(grant.Role)).Select(grant => grant.County!).Distinct()];

    /// <summary>The id of one who has signed in.</summary>
    /// <exception cref="UnauthenticatedException">She has not.</exception>
    public Guid SignedIn() => Id ?? throw new UnauthenticatedException();

    /// <summary>Goes on only when what was asked about her is so.</summary>
    /// <exception cref="UnauthenticatedException">She has not signed in.</exception>
    /// <exception cref="ForbiddenException">She has, and may not.</exception>
    public void Must(bool may)
    {
        SignedIn();
        if (!may)
        {
            throw new ForbiddenException();
        }
    }
}
