using ServiceTray.Import.Seed;

namespace ServiceTray.Import;

/// <summary>Brings the ways in into the service.</summary>
internal static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton<Importer>()
        .AddSingleton<SeedLoader>();
}
