using ServiceTray.Commands;
using ServiceTray.Data;
using ServiceTray.Feedback;
using ServiceTray.GraphQL.Http;
using ServiceTray.Guidance;
using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Surveys;
using ServiceTray.Themes;
using ServiceTray.Web;

namespace ServiceTray;

/// <summary>The list of rooms.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <summary>The tray, put together and not yet started; what tests change comes last.</summary>
    public static WebApplication Build(TraySettings settings, Action<WebApplicationBuilder>? change = null)
    {
        var builder = TrayHost.CreateBuilder(settings);
        builder.Services
            .AddData(settings.Database)
            .AddLanguages()
            .AddPlaces(settings.SeedFolder)
            .AddOrganisations()
            .AddOfferings()
            .AddGuidance(settings.SeedFolder)
            .AddSurveys(settings.SeedFolder)
            .AddFeedback()
            .AddImport()
            .AddWeb(settings)
            .AddGraphQL(graphql => graphql
                .AddSchema(typeof(Program).Assembly)
                .AddWeb()
                .AddLanguages()
                .AddPlaces()
                .AddThemes()
                .AddOrganisations()
                .AddOfferings()
                .AddSurveys());
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseWeb();
        app.UseRequestLanguage();
        app.MapWeb();
        app.MapSurveys();
        app.MapOfferings();
        app.MapFeedback();
        app.MapGraphQL("/graphql");
        return app;
    }
}
