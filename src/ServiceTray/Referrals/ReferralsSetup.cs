using Microsoft.AspNetCore.Identity;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Referrals.Pages;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Web;

namespace ServiceTray.Referrals;

/// <summary>Brings referrals into the service.</summary>
internal static class ReferralsSetup
{
    public static IServiceCollection AddReferrals(this IServiceCollection services, string seedFolder, ReferralSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(_ => ProgrammeFolder.Read(Path.Combine(seedFolder, "programmes"), settings.IsForClientData))
        .AddSingleton<PasswordHasher<Referral>>()
        .AddSingleton<ReferralSealer>()
        .AddSingleton<PinTries>()
        .AddSingleton<ReferralDesk>()
        .AddSingleton<ReferralMover>()
        .AddSingleton<ReferralFinder>()
        .AddSingleton<DeskTeller>()
        .AddSingleton<LinkPersonKeeper>()
        .AddSingleton<ClientDesk>()
        .AddSingleton<ReferralLapser>()
        .AddSingleton<NoticeWriter>()
        .AddSingleton<NoticeDeliverer>()
        .AddHostedService<ReferralClockwork>();

    public static GraphQLBuilder AddReferrals(this GraphQLBuilder graphql) => graphql
        .Bind<Programme>().Bind<ProgrammeParty>().Bind<ReferralList>().Bind<ReferralShown>("Referral").Bind<ClientSight>("ClientReferral")
        .Bind<ReferralClient>().Bind<ReferralReason>().Bind<Consent>("ReferralConsent").Bind<ReferralNote>().Bind<ReferralOutcome>().Bind<ReferralStep>()
        .Bind<AuditEntry>("ReferralReading").Bind<ReferralError>()
        .Bind<SendReferralPayload>().Bind<ReferralPayload>().Bind<ClientReferralPayload>()
        .Bind<ReferralSendingInput>("SendReferralInput").Bind<ReferralClientInput>().Bind<ReferralReasonInput>().Bind<AgreementInput>()
        .Bind<ReferralOrder>("ReferralOrderInput").Bind<ReferralOutcome>("ReferralOutcomeInput")
        .Bind<ReferralBox>().Bind<ClientPhase>("ReferralPhase").Bind<ReferralState>().Bind<ReferralMove>().Bind<ReferralRole>().Bind<Purpose>("ReferralPurpose")
        .Bind<ClientField>("ReferralField").Bind<AgreementForm>().Bind<ContactChannel>().Bind<AgeBand>().Bind<AideScope>().Bind<TargetKind>("ReferralTargetKind").Bind<ReasonCode>()
        .AddResolvers(typeof(ReferralQueries), On.Query)
        .AddResolvers(typeof(ReferralMutations), On.Mutation)
        .AddResolvers(typeof(ClientMutations), On.Mutation)
        .AddResolvers(typeof(ReferralFields), On.Type("Referral"))
        .AddResolvers(typeof(ConsentFields), On.Type("ReferralConsent"))
        .AddResolvers(typeof(ClientReferralFields), On.Type("ClientReferral"))
        .AddResolvers(typeof(ReferralErrorFields), On.Type("ReferralError"))
        .AddResolvers(typeof(ProgrammeFields), On.Type("Programme"))
        .AddResolvers(typeof(ProgrammePartyFields), On.Type("ProgrammeParty"));

    /// <exception cref="CannotStartException">A programme is not as it must be: nothing is served by half a definition.</exception>
    public static void MapReferrals(this WebApplication app)
    {
        try
        {
            _ = app.Services.GetRequiredService<ProgrammeShelf>();
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
    }
}
