namespace ServiceTray.Accounts;

/// <summary>Something that can be asked of the tray, and by whom.</summary>
/// <param name="Name">A path with its method, as <c>GET /api/v1/themes</c>, or a field, as <c>Query.themes</c> or <c>Theme.*</c>.</param>
/// <param name="Everyone">Whether nobody needs to say who she is.</param>
/// <param name="Roles">Who may; empty and not everyone: whoever is signed in.</param>
/// <param name="Scope">What a machine client's token must be for; null: an operation for everyone, or for people alone.</param>
internal sealed record Operation(string Name, bool Everyone, IReadOnlyList<Role> Roles, string? Scope)
{
    /// <summary>Goes on only when the caller may. Whether she may with this very thing is the acting class's to tell.</summary>
    /// <exception cref="UnauthenticatedException">She has not signed in.</exception>
    /// <exception cref="ForbiddenException">She has, and may not.</exception>
    public void Check(Caller caller)
    {
        if (!Everyone)
        {
            caller.Must((Roles.Count == 0 || Roles.Any(caller.Is)) && (caller.Scopes is not { } scopes || (Scope is not null && scopes.Contains(Scope))));
        }
    }
}
