using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ServiceTray.Tests.Support;

/// <summary>What REST answered.</summary>
internal sealed record RestAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Text)
{
    public JsonElement Body => JsonElement.Parse(Text);

    public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string? Argument => Body.TryGetProperty("argument", out var argument) ? argument.GetString() : null;

    public int Total => Body.GetProperty("totalCount").GetInt32();

    public IReadOnlyList<string> Ids => [.. Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>Names in the language asked, in order.</summary>
    public IReadOnlyList<string> Names => [.. Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetProperty("value").GetString()!)];
}

/// <summary>Asks a tray over REST.</summary>
internal static class RestCalls
{
    public static Task<RestAnswer> GetAsync(this TrayApp tray, string path, string? acceptLanguage = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (acceptLanguage is not null)
        {
            request.Headers.Add("Accept-Language", acceptLanguage);
        }

        return tray.SendAsync(request);
    }

    public static Task<RestAnswer> PostAsync(this TrayApp tray, string path, string json) =>
        tray.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    public static async Task<RestAnswer> SendAsync(this TrayApp tray, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await tray.Client.SendAsync(request);
            return new RestAnswer(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync());
        }
    }
}
