using Microsoft.AspNetCore.Identity;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>Brings accounts and sign-in into the service.</summary>
internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, AccountSettings settings)
    {
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        return services
            .AddHttpContextAccessor()
            .AddRateLimiter(options =>
            {
                CallerLimits.Configure(options, settings);
                options.OnRejected = async (rejected, _) => await ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
            })
            .AddSingleton(settings)
            .AddSingleton<PasswordHasher<Account>>()
            .AddSingleton<AccountKeeper>()
            .AddSingleton<SignInDesk>()
            .AddSingleton<CallerReader>()
            .AddScoped<CurrentCaller>();
    }

    /// <summary>Finds out who asks, before any edge is reached.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<CrossSiteWall>();
        app.UseRateLimiter();
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapSignIn();
        app.MapOwn();
    }
}
