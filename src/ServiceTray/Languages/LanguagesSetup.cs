using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Languages;

/// <summary>Brings the request's language into the service.</summary>
internal static class LanguagesSetup
{
    /// <summary>Adds <see cref="RequestLanguage"/>, one a request.</summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services) => services.AddScoped<RequestLanguage>();

    /// <summary>Binds the types of languages.</summary>
    public static GraphQLBuilder AddLanguages(this GraphQLBuilder graphql) => graphql.Bind<Text>().Bind<Language>();

    /// <summary>Sets the request's language, and tells in the answer which it is and that it varies.</summary>
    public static IApplicationBuilder UseRequestLanguage(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var chosen = context.RequestServices.GetRequiredService<RequestLanguage>();
        chosen.Language = AskedLanguage.Of(context.Request);
        chosen.IsInAddress = AskedLanguage.OfAddress(context.Request) is not null;

        // Read when the answer starts, so that an edge that settles on another language is told truly.
        context.Response.OnStarting(static state =>
        {
            var answered = (HttpContext)state;
            if (StringValues.IsNullOrEmpty(answered.Response.Headers.ContentLanguage))
            {
                answered.Response.Headers.ContentLanguage = answered.RequestServices.GetRequiredService<RequestLanguage>().Language.Tag();
            }

            answered.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
