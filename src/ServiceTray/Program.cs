using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Commands;
using ServiceTray.Connections;
using ServiceTray.Data;
using ServiceTray.Export;
using ServiceTray.Export.Changes;
using ServiceTray.Feedback;
using ServiceTray.GraphQL.Http;
using ServiceTray.Guidance;
using ServiceTray.Guidance.Materials;
using ServiceTray.Import;
using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Organisations;
using ServiceTray.Outbox;
using ServiceTray.Pictures;
using ServiceTray.Places;
using ServiceTray.Publishing;
using ServiceTray.Referrals;
using ServiceTray.Statistics;
using ServiceTray.Surveys;
using ServiceTray.Surveys.Rest;
using ServiceTray.Themes;
using ServiceTray.Trays;
using ServiceTray.Web;
using ServiceTray.Web.Rest;

namespace ServiceTray;

/// <summary>The list of rooms.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <summary>The rooms' services, put together and not yet open; what tests change comes last.</summary>
    public static WebApplication Gather(TraySettings settings, Action<WebApplicationBuilder>? change = null)
    {
        var builder = TrayHost.CreateBuilder(settings);
        builder.Services
            .AddData(settings.Database)
            .AddLanguages()
            .AddCodes()
            .AddOutbox(settings.Mail)
            .AddPlaces(settings.SeedFolder, settings.DataFolder)
            .AddNeeds(settings.SeedFolder)
            .AddOrganisations()
            .AddPictures()
            .AddOfferings()
            .AddAccounts(settings.Accounts)
            .AddPublishing()
            .AddGuidance(settings.SeedFolder)
            .AddFeedback()
            .AddTrays()
            .AddSurveys(settings.SeedFolder)
            .AddReferrals(settings.SeedFolder, settings.Referrals)
            .AddStatistics()
            .AddImport(settings.SeedFolder, ScheduleFile.Read(settings))
            .AddConnections(settings.Connections)
            .AddExport()
            .AddWeb(settings)
            .AddRest()
            .AddGraphQL(graphql => graphql
                .AddSchema(typeof(Program).Assembly)
                .AddWeb()
                .AddLanguages()
                .AddPlaces()
                .AddThemes()
                .AddOrganisations()
                .AddOfferings()
                .AddAccounts()
                .AddPublishing()
                .AddGuidance()
                .AddFeedback()
                .AddTrays()
                .AddSurveys()
                .AddReferrals()
                .AddStatistics()
                .AddImport());
        change?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>Opens the ways in: pages, GraphQL and REST.</summary>
    public static void Open(WebApplication app)
    {
        app.UseWeb();
        app.UseRequestLanguage();
        app.UseAccounts();
        app.MapWeb();
        app.MapNeeds();
        app.MapOfferings();
        app.MapAccounts();
        app.MapPublishing();
        app.MapGuidance();
        app.MapFeedback();
        app.MapTrays();
        app.MapSurveys();
        app.MapReferrals();
        app.MapStatistics();
        app.MapImportPages();
        app.MapConnections();
        app.MapExport();
        app.MapGraphQL("/graphql");
        app.MapRest(api => api.MapThemeEndpoints().MapMaterialEndpoints().MapFeedbackEndpoints().MapNeedEndpoints().MapOrganisationEndpoints().MapOfferingEndpoints().MapDuplicateEndpoints().MapFeedEndpoints().MapChangeEndpoints().MapTrayEndpoints().MapSurveyEndpoints().MapReferralEndpoints().MapImportEndpoints());
    }
}
