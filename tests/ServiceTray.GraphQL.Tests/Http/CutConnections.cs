using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

/// <summary>A caller whose connection ends before her body does has left: the log notes it quietly, and no field has failed.</summary>
public sealed class CutConnections
{
    private const string Half = "{\"query\":\"{ __type";

    [Theory]
    [InlineData("Content-Length: 1000", Half)]
    [InlineData("Transfer-Encoding: chunked", "12\r\n" + Half)]
    public async Task Are_noted_when_she_hangs_up(string length, string body)
    {
        var log = new EngineLog();
        await using var app = await StartAsync(log);
        using (var client = await SendAsync(app, length, body))
        {
            client.Client.Shutdown(SocketShutdown.Both);
        }

        await log.TellsOfLeavingAloneAsync();
    }

    [Fact]
    public async Task Are_noted_when_the_line_breaks()
    {
        var log = new EngineLog();
        await using var app = await StartAsync(log);
        using (var client = await SendAsync(app, "Content-Length: 1000", Half))
        {
            client.LingerState = new LingerOption(true, 0);
        }

        await log.TellsOfLeavingAloneAsync();
    }

    [Fact]
    public async Task Are_answered_400_where_she_is_still_there_and_sent_no_body()
    {
        var log = new EngineLog();
        await using var app = await StartAsync(log);
        using var client = await SendAsync(app, "Transfer-Encoding: chunked", "no number\r\n" + Half);
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)));
        await log.TellsOfLeavingAloneAsync();
    }

    private static Task<GraphQLApp> StartAsync(EngineLog log) => GraphQLApp.StartZooAsync(
        services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));

    // The server says "continue" when it begins to read the body.
    private static async Task<TcpClient> SendAsync(GraphQLApp app, string length, string body)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", app.Url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nConnection: close\r\n{length}\r\n\r\n"));
        await stream.ReadExactlyAsync(new byte["HTTP/1.1 100 Continue\r\n\r\n".Length]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body));
        return client;
    }

    private sealed class EngineLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = new();

        /// <summary>Waits for what the engine has to say, and holds it against what it should be.</summary>
        public async Task TellsOfLeavingAloneAsync()
        {
            var deadline = DateTime.UtcNow.AddMinutes(1);
            while (lines.IsEmpty && DateTime.UtcNow < deadline)
            {
                await Task.Delay(10);
            }

            var (level, line) = Assert.Single(lines);
            Assert.Equal(LogLevel.Debug, level);
            Assert.StartsWith("A caller left: ", line, StringComparison.Ordinal);
        }

        public ILogger CreateLogger(string categoryName) =>
            categoryName == "ServiceTray.GraphQL" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
