using ServiceTray.Accounts;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Publishing.Confirmations;
using ServiceTray.Publishing.Persons;
using ServiceTray.Publishing.Reviews;
using ServiceTray.Publishing.Series;
using ServiceTray.Publishing.Translations;

namespace ServiceTray.Publishing;

/// <summary>Brings publishing into the service.</summary>
internal static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton<DraftCheck>()
        .AddSingleton<OfferingComposer>()
        .AddSingleton<OfferingPublisher>()
        .AddSingleton<DraftReader>()
        .AddSingleton<DraftPictures>()
        .AddSingleton<PictureSweeper>()
        .AddHostedService(services => services.GetRequiredService<PictureSweeper>())
        .AddSingleton<PublishingDesk>()
        .AddSingleton<PersonContactDesk>()
        .AddSingleton<CountyChooser>()
        .AddSingleton<SecondPersonRule>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<HeldDesk>()
        .AddSingleton<HeldSieve>()
        .AddSingleton<SignUpDesk>()
        .AddSingleton<ConfirmationDesk>()
        .AddSingleton<ConfirmationReminder>()
        .AddHostedService(services => services.GetRequiredService<ConfirmationReminder>())
        .AddSingleton(new OwnLink(PublishingEndpoints.Path, language => Texts.In(language)["Own"]))
        .AddSingleton(new OwnLink(ReviewEndpoints.Path, language => Texts.In(language)["Reviews"]))
        .AddSingleton(new OwnLink(ReviewEndpoints.ChoicesPath, language => Texts.In(language)["Counties"]))
        .AddSingleton(new OwnLink(SignUpEndpoints.Path, language => Texts.In(language)["SignUp.Own"], ForNewcomers: true))
        .AddSingleton(new OwnLink(SignUpEndpoints.WaitingPath, language => Texts.In(language)["SignUps"]));

    public static GraphQLBuilder AddPublishing(this GraphQLBuilder graphql) => graphql
        .Bind<Draft>("OfferingDraft").Bind<Edition>("OfferingEdition").Bind<EditionKind>("OfferingEditionKind")
        .Bind<ChosenCounty>("CountyChoice").Bind<CountyChoicePayload>().Bind<HeldOffering>().Bind<HeldOfferingPayload>()
        .AddResolvers(typeof(ReviewQueries), On.Query)
        .AddResolvers(typeof(ReviewMutations), On.Mutation)
        .Bind<OfferingDraftPayload>().Bind<OfferingDraftError>()
        .Bind<SaveOfferingDraftInput>().Bind<WordsInput>().Bind<WeeklyTimeInput>().Bind<DraftDateInput>().Bind<DraftPlaceInput>().Bind<DraftSeriesInput>().Bind<DraftRhythm>()
        .Bind<WeeklyTime>("DraftTime").Bind<DraftDate>().Bind<DraftSeries>().Bind<DraftPlace>()
        .AddResolvers(typeof(DraftTimeFields), On.Type("DraftTime"))
        .AddResolvers(typeof(DraftDateFields), On.Type("DraftDate"))
        .AddResolvers(typeof(DraftSeriesFields), On.Type("DraftSeries"))
        .AddResolvers(typeof(PublishingQueries), On.Query)
        .AddResolvers(typeof(PublishingMutations), On.Mutation)
        .AddResolvers(typeof(DraftFields), On.Type("OfferingDraft"))
        .AddResolvers(typeof(HeldOfferingFields), On.Type("HeldOffering"));

    public static void MapPublishing(this WebApplication app)
    {
        app.MapPublishingPages();
        app.MapPersons();
        app.MapTranslations();
        app.MapReviews();
        app.MapSignUps();
        app.MapConfirmations();
    }
}
