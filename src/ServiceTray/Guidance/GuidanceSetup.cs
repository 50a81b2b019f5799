using ServiceTray.Accounts;
using ServiceTray.Places;

namespace ServiceTray.Guidance;

/// <summary>Brings guidance into the service.</summary>
internal static class GuidanceSetup
{
    public static IServiceCollection AddGuidance(this IServiceCollection services, string seedFolder) => services
        .AddSingleton(services => HelpRows.Read(Path.Combine(seedFolder, "help", "help.json"), services.GetRequiredService<Regions>()))
        .AddHostedService<HelpClock>()
        .AddSingleton<GuidanceLog>()
        .AddSingleton(new OwnLink(GuidanceEndpoints.Path, language => Texts.In(language)["Title"]));
}
