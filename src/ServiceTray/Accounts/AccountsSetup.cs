using Microsoft.AspNetCore.Identity;
using ServiceTray.Accounts.Agreements;
using ServiceTray.Accounts.Handovers;
using ServiceTray.Accounts.Own;
using ServiceTray.Accounts.Passkeys;
using ServiceTray.Accounts.Provider;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>Brings accounts, sign-in and the table of who may do what into the service.</summary>
internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, AccountSettings settings)
    {
        var authentication = services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        if (settings.Provider is { } provider)
        {
            authentication.AddProvider(provider);
        }

        return services
            .AddHttpContextAccessor()
            .AddSingleton(settings)
            .AddPasskeys(settings.Address)
            .AddSingleton<PasswordHasher<Account>>()
            .AddSingleton<StaffTeller>()
            .AddSingleton<GivenAway>()
            .AddSingleton<AccountKeeper>()
            .AddSingleton<SignInGuard>()
            .AddSingleton<SignInDesk>()
            .AddSingleton<InvitationDesk>()
            .AddSingleton<HandoverDesk>()
            .AddSingleton<OwnAccountDesk>()
            .AddSingleton<HelperDesk>()
            .AddSingleton<MachineClientDesk>()
            .AddSingleton<CallerReader>()
            .AddSingleton<StayingCaller>()
            .AddSingleton<OpenWatches>()
            .AddSingleton<GrantedPlaceReader>()
            .AddSingleton(_ => OperationTable.ReadOwn())
            .AddSingleton(new OwnLink(PeopleEndpoints.Path, language => Texts.In(language)["Own.People"]))
            .AddSingleton(new OwnLink(HelperEndpoints.Path, language => Texts.In(language)["Helpers"]))
            .AddSingleton(new OwnLink(MachineClientEndpoints.Path, language => Texts.In(language)["Own.Programs"]))
            .AddScoped<CurrentCaller>();
    }

    /// <summary>Lets each field be asked only as the table of operations says.</summary>
    public static GraphQLBuilder AddAccounts(this GraphQLBuilder graphql) => graphql
        .Bind<HelperPerson>("Helper").Bind<AgreedHelp>("HelperAgreement").Bind<HelperAgreementPayload>().Bind<HelperAgreementError>()
        .AddResolvers(typeof(HelperQueries), On.Query)
        .AddResolvers(typeof(HelperMutations), On.Mutation)
        .AddResolvers(typeof(HelperFields), On.Type("Helper"))
        .AddResolvers(typeof(HelperAgreementFields), On.Type("HelperAgreement"))
        .Guard((services, type, field) => services.GetRequiredService<OperationTable>().OfField(type, field) switch
        {
            // The schema's own description is the engine's.
            _ when type.StartsWith("__", StringComparison.Ordinal) => null,
            { Everyone: true } => null,
            { } row => context => row.Check(context.Features.Get<Caller>() ?? Caller.Nobody),
            null => _ => throw new ForbiddenException(),
        });

    /// <summary>Finds out who asks, and lets her through only as the table says, before any edge is reached.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        // Whom no cookie names is nobody; only the way back from the provider is answered here all the same.
        app.UseWhen(
            context => context.Request.Headers.Cookie.Count > 0 || context.Request.Path.StartsWithSegments(ProviderOptions.ReturnPath, StringComparison.OrdinalIgnoreCase),
            named => named.UseAuthentication());

        // Else the framework adds its own before everything.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseMiddleware<CrossSiteWall>();
        app.UseMiddleware<BearerTokens>();
        app.UseMiddleware<OperationGate>();
        app.UseMiddleware<FailureLimit>((HttpContext context) => ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests).ExecuteAsync(context));
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapSignIn();
        app.MapBackChannel();
        app.MapInvitations();
        app.MapOwn();
        app.MapPeople();
        app.MapHelpers();
        app.MapAccount();
        app.MapOwnAccount();
        app.MapPasskeys();
        app.MapHandovers();
        app.MapMachineClients();
    }
}
