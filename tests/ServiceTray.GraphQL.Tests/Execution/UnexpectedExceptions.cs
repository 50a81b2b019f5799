using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Execution;

public sealed class UnexpectedExceptions
{
    [Fact]
    public async Task Show_an_id_to_the_caller_and_the_trace_to_the_log()
    {
        var log = new KeptLog();
        await using var app = await GraphQLApp.StartZooAsync(services: services => services.AddSingleton<ILoggerProvider>(log));
        var error = (await app.AskAsync("{ fails }")).GetProperty("errors")[0];
        var id = error.GetProperty("extensions").GetProperty("id").GetString()!;
        Assert.Contains(id, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("fails", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("""["fails"]""", error.GetProperty("path").GetRawText());
        Assert.Equal("""[{"line":1,"column":3}]""", error.GetProperty("locations").GetRawText());
        var line = Assert.Single(log.Lines, l => l.Contains(id, StringComparison.Ordinal));
        Assert.Contains("ZooQueries.Fails", line, StringComparison.Ordinal);
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // Held by the test.
        }
    }
}
