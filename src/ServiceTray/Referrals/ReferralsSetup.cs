using Microsoft.AspNetCore.Identity;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Guidance.Materials;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Referrals.Pages;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Referrals.Retention;
using ServiceTray.Surveys;
using ServiceTray.Web;

namespace ServiceTray.Referrals;

/// <summary>Brings referrals into the service.</summary>
internal static class ReferralsSetup
{
    public static IServiceCollection AddReferrals(this IServiceCollection services, string seedFolder, ReferralSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(_ => ProgrammeFolder.Read(Path.Combine(seedFolder, "programmes"), settings.IsForClientData))
        .AddSingleton(services => new ImpliedGrants(services.GetRequiredService<ProgrammeShelf>().Implied))
        .AddSingleton<PasswordHasher<Referral>>()
        .AddSingleton<ReferralSealer>()
        .AddSingleton<RecipientPoints>()
        .AddSingleton<ReferralDesk>()
        .AddSingleton<ReferralMover>()
        .AddSingleton<ReferralFinder>()
        .AddSingleton<ReferralWatcher>()
        .AddScoped<OwnReferrals>()
        .AddSingleton<AuditReader>()
        .AddSingleton<DeskTeller>()
        .AddSingleton<LinkPersonKeeper>()
        .AddSingleton<ClientDesk>()
        .AddSingleton<ClientPaper>()
        .AddSingleton<ReferralLapser>()
        .AddSingleton(services => new TextMessageClient(services.GetRequiredService<ReferralSettings>(), Http()))
        .AddSingleton(services => new WebhookClient(Http(services.GetRequiredService<ReferralSettings>().CallsOwnNetwork), services.GetRequiredService<TimeProvider>()))
        .AddSingleton<WebhookDesk>()
        .AddSingleton<NoticeRoutes>()
        .AddSingleton<NoticeOffice>()
        .AddSingleton<NoticeTeller>()
        .AddSingleton<RetentionKeeper>()
        .AddSingleton<NoticeWriter>()
        .AddSingleton<NoticeDeliverer>()
        .AddHostedService<ReferralClockwork>()
        .AddSingleton(new OwnLink(ReferralPaths.Send, language => Texts.In(language)["Send.Title"]))
        .AddSingleton(new OwnLink(ReferralPaths.Boxes, language => Texts.In(language)["Boxes.Title"]))
        .AddSingleton(new OwnLink(ReferralPaths.LinkPersons, language => Texts.In(language)["Link.Title"]))
        .AddSingleton(new OwnLink(ReferralPaths.Audit, language => Texts.In(language)["Audit.Title"]))
        .AddSingleton(new OwnLink(ReferralPaths.Letters, language => Texts.In(language)["Letters.Title"]))
        .AddSingleton(new OwnLink(ReferralPaths.Webhooks, language => Texts.In(language)["Webhooks.Title"]))
        .AddSingleton(new OwnLink(ReferralPaths.Undelivered, language => Texts.In(language)["Undelivered.Title"]));

    // Who is called is set by us or by a desk; where it leads on is not followed, and an answer is not waited for long.
    private static HttpClient Http(bool anywhere = true)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (!anywhere)
        {
            // A proxy would look the name up itself, where nobody sees what it leads to.
            handler.UseProxy = false;
            handler.ConnectCallback = (call, cancellationToken) => PublicNetwork.ConnectAsync(call.DnsEndPoint, cancellationToken);
        }

        return new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(15) };
    }

    public static GraphQLBuilder AddReferrals(this GraphQLBuilder graphql) => graphql
        .Bind<Programme>().Bind<ProgrammeParty>().Bind<Phase>("ProgrammePhase").Bind<ProgrammeChoice>().Bind<ClientAide>().Bind<PhaseWalk>().Bind<ReferralList>().Bind<ReferralShown>("Referral").Bind<ClientSight>("ClientReferral")
        .Bind<ReferralClient>().Bind<ReferralReason>().Bind<Consent>("ReferralConsent").Bind<ReferralNote>().Bind<ReferralOutcome>().Bind<ReferralStep>()
        .Bind<AuditEntry>("ReferralReading").Bind<AuditEntry>("AuditEntry").Bind<AuditPage>().Bind<ReferralError>()
        .Bind<SendReferralPayload>().Bind<ReferralPayload>().Bind<ClientReferralPayload>()
        .Bind<ReferralSendingInput>("SendReferralInput").Bind<ReferralClientInput>().Bind<ReferralReasonInput>().Bind<AgreementInput>()
        .Bind<ReferralOrder>("ReferralOrderInput").Bind<ReferralOutcome>("ReferralOutcomeInput")
        .Bind<ReferralBox>().Bind<ClientPhase>("ReferralPhase").Bind<ReferralState>().Bind<ReferralMove>().Bind<ReferralRole>().Bind<Purpose>("ReferralPurpose")
        .Bind<ClientField>("ReferralField").Bind<AgreementForm>().Bind<ContactChannel>().Bind<AgeBand>().Bind<AideScope>().Bind<TargetKind>("ReferralTargetKind").Bind<ReasonCode>()
        .AddResolvers(typeof(ReferralQueries), On.Query)
        .AddResolvers(typeof(AuditQueries), On.Query)
        .AddResolvers(typeof(AuditPageFields), On.Type("AuditPage"))
        .AddResolvers(typeof(AuditEntryFields), On.Type("AuditEntry"))
        .AddResolvers(typeof(ReferralMutations), On.Mutation)
        .AddResolvers(typeof(ClientMutations), On.Mutation)
        .AddResolvers(typeof(ReferralSubscriptions), On.Subscription)
        .AddResolvers(typeof(ReferralFields), On.Type("Referral"))
        .AddResolvers(typeof(ConsentFields), On.Type("ReferralConsent"))
        .AddResolvers(typeof(ClientReferralFields), On.Type("ClientReferral"))
        .AddResolvers(typeof(ReferralErrorFields), On.Type("ReferralError"))
        .AddResolvers(typeof(ProgrammeFields), On.Type("Programme"))
        .AddResolvers(typeof(PhaseFields), On.Type("ProgrammePhase"))
        .AddResolvers(typeof(ProgrammeChoiceFields), On.Type("ProgrammeChoice"))
        .AddResolvers(typeof(ProgrammePartyFields), On.Type("ProgrammeParty"));

    /// <exception cref="CannotStartException">A programme is not as it must be: nothing is served by half a definition.</exception>
    public static void MapReferrals(this WebApplication app)
    {
        try
        {
            ProgrammeLinks.Check(app.Services.GetRequiredService<ProgrammeShelf>(), app.Services.GetRequiredService<SurveyShelf>(), app.Services.GetRequiredService<MaterialShelf>());
        }
        catch (Exception refused) when (refused is InvalidDataException or IOException)
        {
            throw new CannotStartException(refused.Message);
        }

        app.MapSending();
        app.MapBoxes();
        app.MapReferral();
        app.MapLinkPersons();
        app.MapOwnReferral();
        app.MapOwnSending();
        app.MapClientPaper();
        app.MapOffice();
        app.MapAudit();
    }
}
