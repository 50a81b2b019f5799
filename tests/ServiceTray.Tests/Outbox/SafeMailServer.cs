using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ServiceTray.Tests.Outbox;

/// <summary>A mail server on loopback that speaks TLS, from the first byte or when asked, wants a name and password, and keeps every line it is told.</summary>
internal sealed class SafeMailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<(bool Safe, string Line)> lines = new();
    private readonly X509Certificate2 certificate;
    private readonly bool fromTheFirst;

    public SafeMailServer(bool fromTheFirst, string name = "localhost")
    {
        this.fromTheFirst = fromTheFirst;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        File.WriteAllText(Authority, certificate.ExportCertificatePem());
        listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public bool IsSafeFromTheFirst => fromTheFirst;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>A file with who vouches for it, which is itself.</summary>
    public string Authority { get; } = Path.Combine(Path.GetTempPath(), $"authority-{Guid.NewGuid():N}.pem");

    /// <summary>What it was told, and whether by a safe way.</summary>
    public IReadOnlyList<(bool Safe, string Line)> Lines => [.. lines];

    public void Dispose()
    {
        listener.Dispose();
        certificate.Dispose();
        File.Delete(Authority);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (Exception cut) when (cut is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // Whoever talked did not trust it, and went.
                }
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(Stream plain)
    {
        var safe = fromTheFirst;
        var stream = safe ? await SecureAsync(plain) : plain;
        await SayAsync(stream, "220 here");
        while (await ReadAsync(stream) is { } line)
        {
            lines.Enqueue((safe, line));
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(stream, safe ? "250-here\r\n250 AUTH PLAIN" : "250-here\r\n250 STARTTLS");
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go on");
                    (stream, safe) = (await SecureAsync(stream), true);
                    break;
                case "AUTH":
                    var told = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1]));
                    await SayAsync(stream, told == "\0tarjotin\0salainen sana" ? "235 come in" : "535 no");
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    while (await ReadAsync(stream) is { } text && text != ".")
                    {
                        lines.Enqueue((safe, text));
                    }

                    await SayAsync(stream, "250 taken");
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "250 fine");
                    break;
            }
        }
    }

    private async Task<Stream> SecureAsync(Stream plain)
    {
        var safe = new SslStream(plain);
        await safe.AuthenticateAsServerAsync(certificate);
        return safe;
    }

    private static async Task SayAsync(Stream stream, string words)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{words}\r\n"));
        await stream.FlushAsync();
    }

    // Byte by byte: what follows STARTTLS is not for a reader that looks ahead.
    private static async Task<string?> ReadAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == (byte)'\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
