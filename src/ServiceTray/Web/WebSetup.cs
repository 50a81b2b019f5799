using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Import;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Refusals;
using ServiceTray.Web.Rest;

namespace ServiceTray.Web;

/// <summary>Brings what all edges share into the service: headers, errors, health, pages.</summary>
internal static class WebSetup
{
    public static IServiceCollection AddWeb(this IServiceCollection services, TraySettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<TrayStart>()
        .AddSingleton<ExpiryClock>()

        // Import and Offerings know nobody's account; their links stand here, where all are known.
        .AddSingleton(new OwnLink(ImportPageEndpoints.Path, language => Import.Texts.In(language)["Imports"]))
        .AddSingleton(new OwnLink(DuplicatePageEndpoints.Path, language => Offerings.Duplicates.Texts.In(language)["Title"]))
        .AddHostedService(services => services.GetRequiredService<ExpiryClock>())
        .AddPages(settings);

    public static GraphQLBuilder AddWeb(this GraphQLBuilder graphql) => graphql
        .AddResolvers(typeof(NodeQueries), On.Query)
        .OnError(exception => exception is RefusalException refusal ? new GraphQLError(refusal.Message, refusal.Code, refusal.Details) : null)
        .Configure(options =>
        {
            options.TimeZone = HelsinkiTime.Zone;

            // Pages of other services show what the tray knows; none of them acts as the one who is signed in, since no cookie goes along.
            options.AllowedOrigins = ["*"];
        });

    // Pages are rendered by the server alone; no script of the framework is sent.
    private static IServiceCollection AddPages(this IServiceCollection services, TraySettings settings)
    {
        // A tile address that is none is told at start, not on the first page.
        _ = settings.TilesOrigin;
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("ServiceTray").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Database.Folder, "keys")));
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<TraySettings>();
        if (settings.Proxies.Networks.Count > 0)
        {
            app.UseForwardedHeaders(settings.Proxies.Forwarding());
        }

        if (settings.Accounts.Address?.Scheme == Uri.UriSchemeHttps)
        {
            app.Use(AsHttps);
        }

        app.Use(HeadAsGet);
        app.UseRouting();
        app.UseMiddleware<SafetyHeaders>();
        app.UsePageErrors();
        app.UseStaticFiles();
        app.UseMiddleware<ProblemTeller>();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapHealth();
        app.MapWebPages();
    }

    // The tray is found by https alone, whatever the last step to it is: cookies, links and the provider's way back say so.
    private static Task AsHttps(HttpContext context, RequestDelegate next)
    {
        context.Request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }

    // HEAD is GET without the body (RFC 9110, 9.3.2); the server itself leaves the body out.
    private static Task HeadAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
