namespace ServiceTray.Accounts;

/// <summary>Who asks in a request that stays open, read again: a session that ended and a role that was taken away hold from the next look on.</summary>
internal sealed class StayingCaller(CallerReader callers, MachineClientDesk clients)
{
    /// <summary>The caller as she is now, from here on for all of the request; null: she may not ask any more.</summary>
    public async Task<Caller?> AgainAsync(HttpContext request, CancellationToken cancellationToken)
    {
        var caller = BearerTokens.TokenOf(request.Request) is { } token
            ? await clients.OfTokenAsync(token, cancellationToken)
            : SessionCookie.SessionOf(request.User) is { } session ? await callers.OfSessionAsync(session, cancellationToken) : null;
        request.Features.Set(caller ?? Caller.Nobody);
        return caller;
    }
}
