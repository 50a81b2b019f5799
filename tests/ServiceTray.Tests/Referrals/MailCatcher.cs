using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceTray.Outbox;

namespace ServiceTray.Tests.Referrals;

/// <summary>A mail server on loopback that keeps what it is given, and refuses as often as it is told to.</summary>
internal sealed class MailCatcher : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> mails = new();
    private int refusals;

    public MailCatcher()
    {
        listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public IReadOnlyList<string> Mails => [.. mails];

    /// <summary>What is done with each as it is taken, before whoever sends it hears so.</summary>
    public Action OnTaken { get; set; } = () => { };

    /// <summary>An address that it never takes mail for.</summary>
    public string Unknown { get; set; } = "nobody's";

    /// <summary>A mail's body as it is read.</summary>
    public static string Words(string mail)
    {
        var lines = mail.ReplaceLineEndings("\n");
        var body = lines[(lines.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return lines.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal))) : body;
    }

    /// <summary>A tray's mails come here, and only when a test delivers them.</summary>
    public void Serve(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new MailSettings { Server = MailServer.Of(Address), Address = "https://tarjotin.example" });
        foreach (var own in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(MailDeliverer)).ToList())
        {
            builder.Services.Remove(own);
        }
    }

    /// <summary>What it says to that.</summary>
    public string Refusal { get; set; } = "550 unknown here";

    public void Refuse(int times) => refusals = times;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                try
                {
                    await TalkAsync(client);
                }
                catch (IOException)
                {
                    // Whoever talked was cut off; another comes.
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 catcher");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                for (var text = await reader.ReadLineAsync(); text != "."; text = await reader.ReadLineAsync())
                {
                    // One that breaks off is no mail.
                    mail.AppendLine(text ?? throw new IOException("The mail broke off."));
                }

                mails.Enqueue($"{mail}");
                OnTaken();
                await writer.WriteLineAsync("250 taken");
            }
            else if (line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) && Interlocked.Decrement(ref refusals) >= 0)
            {
                await writer.WriteLineAsync("451 later");
            }
            else if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && line.Contains(Unknown, StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync(Refusal);
            }
            else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else
            {
                await writer.WriteLineAsync("250 fine");
            }
        }
    }
}
