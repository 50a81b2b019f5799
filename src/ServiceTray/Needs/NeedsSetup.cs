using ServiceTray.Web;

namespace ServiceTray.Needs;

/// <summary>Brings the need lexicon into the service.</summary>
internal static class NeedsSetup
{
    public static IServiceCollection AddNeeds(this IServiceCollection services, string seedFolder) =>
        services.AddSingleton(_ => NeedLexiconReader.Read(Path.Combine(seedFolder, "needs")));

    /// <exception cref="CannotStartException">The lexicon is not as it must be; all that is wrong is told.</exception>
    public static void MapNeeds(this WebApplication app)
    {
        try
        {
            _ = app.Services.GetRequiredService<NeedLexicon>();
        }
        catch (InvalidDataException refused)
        {
            throw new CannotStartException(refused.Message);
        }

        app.MapNeedsPage();
    }
}
