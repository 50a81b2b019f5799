namespace ServiceTray.Outbox;

/// <summary>Brings mail into the service.</summary>
internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, MailSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<MailSender>()
        .AddSingleton<MailGuard>()
        .AddSingleton<MailPoster>()
        .AddSingleton<GivenUpMail>()
        .AddSingleton<MailDeliverer>()
        .AddHostedService(services => services.GetRequiredService<MailDeliverer>());
}
