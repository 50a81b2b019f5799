namespace ServiceTray.Accounts;

/// <summary>What a grant brings with it elsewhere, told by a room that knows: a coordinator of a county serves the desks that receive for it.</summary>
internal sealed record ImpliedGrants(Func<Grant, IEnumerable<Grant>> Of);
