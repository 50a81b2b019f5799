using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts;

namespace ServiceTray.Feedback;

/// <summary>Brings feedback into the service.</summary>
internal static class FeedbackSetup
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<FeedbackBox>()
        .AddSingleton<FeedbackDesk>()
        .AddSingleton(new OwnLink(FeedbackWorkEndpoints.Path, language => Texts.In(language)["Work.Title"]))
        .Configure<AntiforgeryOptions>(options =>
        {
            // Lives as long as the browser is open, and is set only where there is a form to send.
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
}
