using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Calls a desk's own program, signed as Standard Webhooks have it, so that it knows who calls and takes the same call once.</summary>
internal sealed class WebhookClient(HttpClient http, TimeProvider clock)
{
    /// <summary>What stands before a secret, so that it is known for one.</summary>
    public const string SecretStart = "whsec_";

    /// <exception cref="HttpRequestException">The program did not take it.</exception>
    public async Task CallAsync(NoticeMessage message, string secret, CancellationToken cancellationToken)
    {
        var stamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, message.To)
        {
            Content = new StringContent(message.Text, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("webhook-id", $"{message.Notice}");
        request.Headers.Add("webhook-timestamp", stamp);
        request.Headers.Add("webhook-signature", SignatureOf($"{message.Notice}", stamp, message.Text, secret));

        // Only whether it was taken is asked; whatever else it says, however long, is not read.
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The signature of a call: over its id, its time and its body.</summary>
    public static string SignatureOf(string id, string stamp, string body, string secret) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretStart.Length..]), Encoding.UTF8.GetBytes($"{id}.{stamp}.{body}")))}";
}
