using ServiceTray.Accounts;

namespace ServiceTray.Guidance;

/// <summary>Brings guidance into the service.</summary>
internal static class GuidanceSetup
{
    public static IServiceCollection AddGuidance(this IServiceCollection services, string seedFolder) => services
        .AddSingleton(_ => HelpRows.Read(Path.Combine(seedFolder, "help", "help.json")))
        .AddSingleton<GuidanceLog>()
        .AddSingleton(new OwnLink(GuidanceEndpoints.Path, language => Texts.In(language)["Title"]));
}
