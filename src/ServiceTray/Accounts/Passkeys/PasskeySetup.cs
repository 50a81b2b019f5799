using Microsoft.AspNetCore.Identity;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>Brings the framework's passkeys in: of Identity only the check of what devices say, over the tray's own accounts.</summary>
internal static class PasskeySetup
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services, Uri? address)
    {
        services.AddIdentityCore<Account>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = address?.Host;

            // The device knows who may use it and which key is for here, so that nobody types a name and no answer tells of one.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == OriginOf(address, asked.HttpContext.Request));
        });
        return services
            .AddSingleton<PasskeyAccounts>()
            .AddSingleton<IUserStore<Account>>(provider => provider.GetRequiredService<PasskeyAccounts>())
            .AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>()
            .AddSingleton<PasskeyAnswers>()
            .AddScoped<PasskeyDesk>()
            .AddScoped<PasskeySignIn>();
    }

    private static string OriginOf(Uri? address, HttpRequest request) => address?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
}
