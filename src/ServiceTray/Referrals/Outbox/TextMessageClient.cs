using System.Net.Http.Headers;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Hands text messages to the gateway that is set: a POST of who, what and the notice's own id, by which the gateway sends it once.</summary>
internal sealed class TextMessageClient(ReferralSettings settings, HttpClient http)
{
    /// <summary>Whether there is a gateway.</summary>
    public bool IsOn => settings.TextGateway is not null;

    /// <exception cref="HttpRequestException">The gateway did not take it.</exception>
    public async Task SendAsync(NoticeMessage message, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.TextGateway)
        {
            Content = JsonContent.Create(new { id = message.Notice, to = message.To, text = message.Text }),
        };
        if (settings.TextGatewayToken is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
