using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Feedback;

/// <summary>Brings feedback into the service.</summary>
internal static class FeedbackSetup
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<FeedbackBox>()
        .AddSingleton<FeedbackDesk>()
        .AddSingleton<FeedbackTaker>()
        .AddSingleton(new OwnLink(FeedbackWorkEndpoints.Path, language => Texts.In(language)["Work.Title"]))
        .Configure<AntiforgeryOptions>(options =>
        {
            // Lives as long as the browser is open, and is set only where there is a form to send.
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });

    public static GraphQLBuilder AddFeedback(this GraphQLBuilder graphql) => graphql
        .Bind<FeedbackList>().Bind<FeedbackWork>("FeedbackNote").Bind<FeedbackOpinion>().Bind<FeedbackPayload>().Bind<FeedbackError>().Bind<SendFeedbackInput>().Bind<WrongFact>()
        .AddResolvers(typeof(FeedbackQueries), On.Query)
        .AddResolvers(typeof(FeedbackMutations), On.Mutation)
        .AddResolvers(typeof(FeedbackListFields), On.Type("FeedbackList"))
        .AddResolvers(typeof(FeedbackNoteFields), On.Type("FeedbackNote"))
        .AddResolvers(typeof(FeedbackOpinionFields), On.Type("FeedbackOpinion"));
}
