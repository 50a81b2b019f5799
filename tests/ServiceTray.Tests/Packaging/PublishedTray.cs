using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Packaging;

/// <summary>What an operator gets: published and started by the scripts, without rights, from a folder it cannot write.</summary>
public sealed class PublishedTray(PublishedProgram program) : IClassFixture<PublishedProgram>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [SkippableFact]
    public async Task Runs_without_rights_tells_its_health_and_ends_cleanly()
    {
        Skip.If(Unprivileged.Obstacle is not null, Unprivileged.Obstacle);
        await using var tray = await RunningTray.StartAsync(Start(program.Data), Patience);

        var health = program.User.Command(Path.Combine(program.Folder, "health.sh"));
        health.Environment["PORT"] = tray.Address.Port.ToString();
        health.Environment["ASPNETCORE_URLS"] = null;
        Assert.Equal(0, (await Unprivileged.TryAsync(health)).Code);

        Assert.Equal(0, await tray.StopAsync(Patience));
        Assert.NotEqual(0, (await Unprivileged.TryAsync(health)).Code);
        Assert.NotEmpty(Directory.EnumerateFiles(program.Data));
    }

    [SkippableFact]
    public async Task Answers_what_was_asked_before_it_was_told_to_end()
    {
        Skip.If(Unprivileged.Obstacle is not null, Unprivileged.Obstacle);
        await using var tray = await RunningTray.StartAsync(Start(program.Data + "-slow"), Patience);
        using var slow = new TcpClient(tray.Address.Host, tray.Address.Port);
        using var line = slow.GetStream();
        await line.WriteAsync("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 26\r\nConnection: close\r\n\r\n{\"query\":"u8.ToArray());
        using (var http = new HttpClient { BaseAddress = tray.Address })
        {
            // What is asked after the slow one tells that it was heard.
            (await http.GetAsync(new Uri("health", UriKind.Relative))).Dispose();
        }

        var ending = tray.StopAsync(Patience);
        await Task.Delay(TimeSpan.FromSeconds(3));
        await line.WriteAsync("\"{ __typename }\"}"u8.ToArray());

        using var answer = new StreamReader(line);
        Assert.Contains("\"__typename\":\"Query\"", await answer.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await ending);
    }

    [SkippableFact]
    public async Task Serves_the_browser_packages_from_its_own_folder()
    {
        Skip.If(Unprivileged.Obstacle is not null, Unprivileged.Obstacle);
        await using var tray = await RunningTray.StartAsync(Start(program.Data + "-assets"), Patience);
        using var http = new HttpClient { BaseAddress = tray.Address };

        foreach (var (path, type) in new[]
        {
            ("lib/graphiql/graphiql.min.js", "text/javascript"), ("lib/graphiql/graphiql.min.css", "text/css"),
            ("lib/react/react.production.min.js", "text/javascript"), ("lib/react-dom/react-dom.production.min.js", "text/javascript"),
            ("lib/maplibre-gl/maplibre-gl.mjs", "text/javascript"), ("lib/maplibre-gl/maplibre-gl-worker.mjs", "text/javascript"),
            ("lib/maplibre-gl/maplibre-gl.css", "text/css"), ("lib/suomifi-design-tokens/tokens.css", "text/css"),
        })
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.OK, type), (path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [SkippableFact]
    public async Task Says_in_one_line_that_its_data_folder_cannot_be_written()
    {
        Skip.If(Unprivileged.Obstacle is not null, Unprivileged.Obstacle);
        var (code, said) = await Unprivileged.TryAsync(Start(Path.Combine(program.Folder, "data")));

        Assert.Equal(2, code);
        Assert.Single(said.TrimEnd().Split('\n'));
        Assert.Contains(Path.Combine(program.Folder, "data"), said, StringComparison.Ordinal);
    }

    private ProcessStartInfo Start(string data)
    {
        var start = program.User.Command(Path.Combine(program.Folder, "start.sh"));
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["SERVICETRAY_DATA"] = data;
        return start;
    }
}
