using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols;

namespace ServiceTray.Accounts.Provider;

/// <summary>The framework's OAuth ways with what OpenID Connect adds.</summary>
internal sealed class ProviderOptions : OAuthOptions
{
    /// <summary>The page to which a sign-in that did not come about leads.</summary>
    public const string FailedPath = "/kirjaudu/ei-onnistunut";

    /// <summary>Where the provider sends the browser back to.</summary>
    public const string ReturnPath = "/signin-oidc";

    public ProviderDocuments Documents { get; private set; } = null!;

    /// <summary>Sets all that the settings tell; the provider's own addresses are discovered when first needed.</summary>
    public void Take(ProviderSettings settings)
    {
        ClientId = settings.ClientId;
        ClientSecret = settings.ClientSecret;
        AuthorizationEndpoint = TokenEndpoint = settings.Authority;
        CallbackPath = ReturnPath;
        SignInScheme = SessionCookie.Scheme;
        UsePkce = true;
        Scope.Clear();
        foreach (var scope in settings.Scopes)
        {
            Scope.Add(scope);
        }

        // Coming back is a visit to a page of ours, which is as far as a cookie need go.
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        CorrelationCookie.Name = "signing-in.";
        CorrelationCookie.Path = "/";
        CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        BackchannelTimeout = TimeSpan.FromSeconds(10);
        Events.OnRemoteFailure = failure =>
        {
            failure.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger<ProviderOptions>()
                .LogWarning("A sign-in by the provider failed: {Kind}", failure.Failure?.GetBaseException().GetType());
            failure.Response.Redirect(FailedPath);
            failure.HandleResponse();
            return Task.CompletedTask;
        };
    }

    public override void Validate()
    {
        base.Validate();
        Documents ??= new ProviderDocuments(AuthorizationEndpoint, new HttpDocumentRetriever(Backchannel) { RequireHttps = !new Uri(AuthorizationEndpoint).IsLoopback }, TimeProvider ?? TimeProvider.System);
    }
}
