using ServiceTray.Codes;

namespace ServiceTray.Accounts;

/// <summary>Bounds how often one network may fail where a password or a code can be guessed at; what succeeds does not count, so a whole office may come in the morning from one address.</summary>
internal sealed class FailureLimit(RequestDelegate next, Func<HttpContext, Task> refuse, AccountSettings settings, TimeProvider clock)
{
    private readonly TryBucket tries = new(settings.TriesAtOnce, TimeSpan.FromMinutes(1) / settings.TriesAMinute, clock);

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<FailuresLimited>() is null ? next(context) : LimitAsync(context);

    private async Task LimitAsync(HttpContext context)
    {
        // Who is signed in, or was let in from this browser before, is not shut out by whoever else sits behind the same address.
        var key = context.Features.Get<Caller>() is { IsSignedIn: true, Scopes: null } caller ? $"{caller.Id}" : KnownDevice.Of(context)?.Accounts is [var account, ..] ? $"{account.Id}" : $"{CallerNetwork.Of(context.Connection.RemoteIpAddress)}";
        if (!tries.Take(key))
        {
            await refuse(context);
            return;
        }

        await next(context);
        if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            tries.GiveBack(key);
        }
    }
}

/// <summary>Marks an endpoint where a password or a code can be guessed at.</summary>
internal sealed class FailuresLimited;

internal static class FailureLimiting
{
    public static TBuilder LimitFailures<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new FailuresLimited());
}
