namespace ServiceTray.Codes;

/// <summary>Brings codes, and what is kept under them, into the service.</summary>
internal static class CodesSetup
{
    public static IServiceCollection AddCodes(this IServiceCollection services) => services
        .AddSingleton<CodeGuard>()
        .AddSingleton<Sealer>();
}
