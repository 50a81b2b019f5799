using ServiceTray.Accounts;

namespace ServiceTray.Connections;

/// <summary>Brings organisations' own addresses into the service.</summary>
internal static class ConnectionsSetup
{
    public static IServiceCollection AddConnections(this IServiceCollection services, ConnectionSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<ConnectionClient>()
        .AddSingleton<ConnectionReader>()
        .AddSingleton<ConnectionOwner>()
        .AddSingleton<ConnectionEnder>()
        .AddSingleton<PlainAddresses>()
        .AddSingleton<ConnectionDesk>()
        .AddHostedService<ConnectionClock>()
        .AddSingleton(new OwnLink(ConnectionEndpoints.Path, language => Texts.In(language)["Connections"]));
}
