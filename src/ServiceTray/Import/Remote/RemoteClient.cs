using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace ServiceTray.Import.Remote;

/// <summary>Asks a source on the network, again when it falters, and takes no more from it than the limits let.</summary>
internal sealed class RemoteClient : IDisposable
{
    private readonly HttpClient client;
    private readonly RemoteLimits limits;
    private readonly ResiliencePipeline again;

    /// <param name="limits">How much and how long.</param>
    /// <param name="connect">The way to the machines that may be asked, where not all may; no proxy then looks the name up instead.</param>
    public RemoteClient(RemoteLimits limits, Func<DnsEndPoint, CancellationToken, ValueTask<Stream>>? connect = null)
    {
        this.limits = limits;
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = connect is null ? null : (call, cancellationToken) => connect(call.DnsEndPoint, cancellationToken),
            UseProxy = connect is null,
            // Followed here, so that no redirect leads away from https or goes round for ever.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        })
        {
            // The pipeline's time holds for the body too; this one would not.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("ServiceTray", "1.0"));
        again = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<IOException>().Handle<TimeoutRejectedException>(),
                MaxRetryAttempts = limits.Tries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = limits.Pause,
                MaxDelay = TimeSpan.FromMinutes(1),
            })
            .AddTimeout(limits.Answer)
            .Build();
    }

    /// <summary>The JSON that an address answers.</summary>
    /// <exception cref="ImportException">It answers something else, too much, or nothing after all tries.</exception>
    public async Task<JsonDocument> ReadJsonAsync(Uri address, string? key, CancellationToken cancellationToken)
    {
        var bytes = await ReadAsync(address, "application/json", key, cancellationToken);
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            throw new ImportException(ImportFailure.WrongAnswer, $"{limits.Shown(address)} answers what is no whole JSON.");
        }
    }

    /// <summary>The JSON that an address answers; null: there is nothing.</summary>
    /// <exception cref="ImportException">It answers something else, too much, or nothing after all tries.</exception>
    public async Task<JsonDocument?> ReadJsonOrNothingAsync(Uri address, string? key, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadJsonAsync(address, key, cancellationToken);
        }
        catch (ImportException nothing) when (nothing.IsNothingThere)
        {
            return null;
        }
    }

    /// <summary>The bytes of UTF-8 text that an address answers.</summary>
    /// <exception cref="ImportException">It answers something else, too much, or nothing after all tries.</exception>
    public async Task<byte[]> ReadAsync(Uri address, string kind, string? key, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await again.ExecuteAsync(async token => await OnceAsync(address, kind, key, token), cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutRejectedException)
        {
            var why = fault switch
            {
                HttpRequestException { StatusCode: { } status } => $"answers {(int)status}",
                TimeoutRejectedException => $"does not answer within {limits.Answer.TotalSeconds:0} seconds",
                _ => "breaks off",
            };
            throw new ImportException(ImportFailure.NoAnswer, $"{limits.Shown(address)} {why}, asked {limits.Tries + 1} times.");
        }

        var start = bytes.AsSpan().TrimStart(" \t\r\n"u8);
        return kind == "application/json" && start.StartsWith("<"u8) ? throw new ImportException(ImportFailure.WrongAnswer, $"{limits.Shown(address)} answers a page of HTML or XML where JSON was asked.")
            : Utf8.IsValid(bytes) ? bytes
            : throw new ImportException(ImportFailure.NotUtf8, $"{limits.Shown(address)} answers text that is not UTF-8.");
    }

    public void Dispose() => client.Dispose();

    /// <summary>An address as reports show it: a query may hold a key.</summary>
    public static string Shown(Uri address) => address.GetLeftPart(UriPartial.Path);

    /// <summary>The address that an API's paths are under, without a query.</summary>
    public static Uri Root(Uri address) => new($"{Shown(address).TrimEnd('/')}/");

    private async Task<byte[]> OnceAsync(Uri address, string kind, string? key, CancellationToken cancellationToken)
    {
        var at = address;
        for (var turns = 0; turns <= limits.MostRedirects; turns++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.Accept.ParseAdd(kind);

            // A key is for the host that it was given for.
            if (key is not null && at.Host == address.Host)
            {
                request.Headers.Add("x-api-key", key);
            }

            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location)
            {
                at = new Uri(at, location);
                if (at.Scheme != address.Scheme && at.Scheme != Uri.UriSchemeHttps)
                {
                    throw new ImportException(ImportFailure.LeadsAstray, $"{limits.Shown(address)} leads to {at.Scheme}, which is not followed.");
                }

                continue;
            }

            if (answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
            {
                throw new HttpRequestException("It falters.", null, answer.StatusCode);
            }

            return answer.IsSuccessStatusCode
                ? await BodyAsync(address, answer, cancellationToken)
                : throw new ImportException(ImportFailure.WrongAnswer, $"{limits.Shown(address)} answers {(int)answer.StatusCode}.") { IsNothingThere = answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone };
        }

        throw new ImportException(ImportFailure.LeadsAstray, $"{limits.Shown(address)} leads on and on.");
    }

    /// <summary>The body, unpacked; what says it is in another encoding is turned into UTF-8.</summary>
    private async Task<byte[]> BodyAsync(Uri address, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await ReadSomeAsync(address, body, buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > limits.MostBytes)
            {
                throw new ImportException(ImportFailure.TooLarge, $"{limits.Shown(address)} answers more than {limits.MostBytes / 1024 / 1024} MB at once.");
            }

            kept.Write(buffer, 0, read);
        }

        var bytes = kept.ToArray();
        return answer.Content.Headers.ContentType?.CharSet?.Trim('"').ToUpperInvariant() is "ISO-8859-1" or "ISO-8859-15" or "WINDOWS-1252"
            ? Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes))
            : bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    private async Task<int> ReadSomeAsync(Uri address, Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new ImportException(ImportFailure.WrongAnswer, $"{limits.Shown(address)} answers what cannot be unpacked.");
        }
    }
}
