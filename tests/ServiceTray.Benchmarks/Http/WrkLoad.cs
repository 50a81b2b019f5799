using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceTray.Benchmarks.Http;

/// <summary>Load by wrk, which takes far less of the machine than any client of ours.</summary>
internal sealed partial class WrkLoad : ILoad
{
    private const string Program = "/usr/bin/wrk";
    private readonly string script = Path.GetTempFileName();

    public WrkLoad(Question question) => File.WriteAllText(script, $"""
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "{Question.MediaType}"
        wrk.headers["Accept"] = "{Question.Accept}"
        local bodies = {"{"}
        {string.Join('\n', question.Bodies.Select(body => $"[==[{body}]==],"))}
        {"}"}
        local requests, turn = {"{}"}, 0
        function init()
          for i, body in ipairs(bodies) do requests[i] = wrk.format(nil, nil, nil, body) end
        end
        function request()
          turn = turn % #requests + 1
          return requests[turn]
        end
        """);

    public static bool IsHere => File.Exists(Program);

    public string Name => $"wrk -t1 -c{ILoad.Connections}";

    public async Task<double> RunAsync(Uri address, int seconds)
    {
        string[] words = ["-t1", $"-c{ILoad.Connections}", $"-d{seconds}s", "--timeout", "30s", "-s", script, new Uri(address, "/graphql").ToString()];
        using var wrk = Process.Start(new ProcessStartInfo(Program, words) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return Rate().Match(said) is { Success: true } match && !said.Contains("Non-2xx", StringComparison.Ordinal) && !said.Contains("Socket errors", StringComparison.Ordinal)
            ? double.Parse(match.Groups["rate"].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"wrk met errors:\n{said}");
    }

    public void Dispose() => File.Delete(script);

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}
