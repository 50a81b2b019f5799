using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Trays;

/// <summary>Brings trays into the service.</summary>
internal static class TraysSetup
{
    public static IServiceCollection AddTrays(this IServiceCollection services) => services
        .AddSingleton<TrayKeeper>()
        .AddSingleton<PickCookie>()
        .AddSingleton<SheetWriter>()
        .AddSingleton<TrayMailer>()
        .AddScoped<TrayTeller>();

    public static GraphQLBuilder AddTrays(this GraphQLBuilder graphql) => graphql
        .Bind<Tray>().Bind<TrayItem>().Bind<SaveTrayInput>().Bind<TrayItemInput>().Bind<SaveTrayPayload>().Bind<TrayError>().Bind<MailTrayPayload>()
        .AddResolvers(typeof(TrayQueries), On.Query)
        .AddResolvers(typeof(TrayMutations), On.Mutation)
        .AddResolvers(typeof(TrayItemFields), On.Type("TrayItem"))
        .AddResolvers(typeof(TrayErrorFields), On.Type("TrayError"));

    public static void MapTrays(this IEndpointRouteBuilder app)
    {
        app.MapTrayPages();
        app.MapTrayEditing();
        app.MapTrayMail();
    }
}
