namespace ServiceTray.Accounts;

/// <summary>Who asks in this request; resolvers, endpoints and pages take it as a parameter or by injection.</summary>
internal sealed class CurrentCaller(IHttpContextAccessor request)
{
    public Caller Caller => request.HttpContext?.Features.Get<Caller>() ?? Caller.Nobody;
}
