using ServiceTray.Data;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Guidance;
using ServiceTray.Surveys.Groups;
using ServiceTray.Surveys.Rest;
using ServiceTray.Web;

namespace ServiceTray.Surveys;

/// <summary>Brings surveys into the service.</summary>
internal static class SurveysSetup
{
    public static IServiceCollection AddSurveys(this IServiceCollection services, string seedFolder)
    {
        var folder = Path.Combine(seedFolder, "surveys");
        return services
            .AddSingleton(services => SurveyFolder.Read(folder, SurveyFolder.OwnersFolder(services.GetRequiredService<TrayDatabase>().Folder)))
            .AddSingleton(_ => SafetyPhrases.Read(Path.Combine(folder, SurveyFolder.PhraseFile)))
            .AddSingleton<HelpAreas>()
            .AddSingleton<Safety>()
            .AddSingleton<SurveyDesk>()
            .AddSingleton<SurveyKeeper>()
            .AddSingleton<GroupKeeper>()
            .AddSingleton<KeepingDesk>()
            .AddSingleton<SuggestionFinder>()
            .AddSingleton<WhyNotTeller>()
            .AddSingleton<LikenessFinder>()
            .AddSingleton<ResultAsker>()
            .AddSingleton<ResultComposer>()
            .AddScoped<SurveyTeller>();
    }

    public static GraphQLBuilder AddSurveys(this GraphQLBuilder graphql) => graphql
        .Bind<Survey>().Bind<Question>().Bind<QuestionKind>().Bind<Scale>().Bind<Choice>()
        .Bind<AnswerSurveyInput>().Bind<AnswerInput>().Bind<AnswerValueInput>()
        .Bind<AnswerSurveyPayload>().Bind<AnswerError>().Bind<SurveyResult>().Bind<HelpRow>().Bind<HelpChannel>()
        .Bind<ThemeNeed>().Bind<ThemeChange>().Bind<InstrumentScore>().Bind<NeedBand>().Bind<Suggestion>().Bind<Reason>().Bind<ReasonKind>()
        .Bind<SurveyUse>().Bind<ShownWhen>().Bind<WhyNot>().Bind<Barrier>().Bind<BarrierKind>()
        .Bind<GroupResult>().Bind<GroupTheme>().Bind<GroupScore>().Bind<GroupBand>()
        .AddResolvers(typeof(SurveyQueries), On.Query)
        .AddResolvers(typeof(GroupResultFields), On.Type("GroupResult"))
        .AddResolvers(typeof(GroupScoreFields), On.Type("GroupScore"))
        .AddResolvers(typeof(GroupBandFields), On.Type("GroupBand"))
        .AddResolvers(typeof(SurveyMutations), On.Mutation)
        .AddResolvers(typeof(SearchSafetyFields), On.Type("OfferingConnection"))
        .AddResolvers(typeof(SurveyFields), On.Type("Survey"))
        .AddResolvers(typeof(QuestionFields), On.Type("Question"))
        .AddResolvers(typeof(ScaleFields), On.Type("Scale"))
        .AddResolvers(typeof(ChoiceFields), On.Type("Choice"))
        .AddResolvers(typeof(SurveyResultFields), On.Type("SurveyResult"))
        .AddResolvers(typeof(InstrumentScoreFields), On.Type("InstrumentScore"))
        .AddResolvers(typeof(ReasonFields), On.Type("Reason"))
        .AddResolvers(typeof(BarrierFields), On.Type("Barrier"))
        .AddResolvers(typeof(AnswerErrorFields), On.Type("AnswerError"))
        .AddResolvers(typeof(HelpRowFields), On.Type("HelpRow"));

    /// <exception cref="CannotStartException">The surveys or the phrases that call for help are not as they must be: without them nothing is served.</exception>
    public static void MapSurveys(this WebApplication app)
    {
        try
        {
            _ = app.Services.GetRequiredService<SurveyShelf>();
            _ = app.Services.GetRequiredService<Safety>();
        }
        catch (InvalidDataException refused)
        {
            throw new CannotStartException(refused.Message);
        }

        app.MapSurveyPages();
        app.MapSurveyCodes();
        app.MapGroupPage();
    }
}
