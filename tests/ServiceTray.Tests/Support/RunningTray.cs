using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace ServiceTray.Tests.Support;

/// <summary>The tray as a process of its own: started, asked for its health, and ended as an operator would.</summary>
internal sealed partial class RunningTray : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process process;
    private bool isGone;
    private readonly List<string> output = [];
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningTray(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The tray ended before it listened."));
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>From the start of the process until /health answered 200.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>What it has said so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    /// <summary>How to start the program in this folder, on a free port of loopback.</summary>
    public static ProcessStartInfo In(string programFolder, string dataFolder) => new("dotnet", [Path.Combine(programFolder, "ServiceTray.dll")])
    {
        WorkingDirectory = Path.GetTempPath(),
        Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["SERVICETRAY_DATA"] = dataFolder },
    };

    /// <summary>Starts it and waits until it is ready; one that is not in time is ended, and its words are the error.</summary>
    public static async Task<RunningTray> StartAsync(ProcessStartInfo start, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        var tray = new RunningTray(start);
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            tray.Address = await tray.listening.Task.WaitAsync(deadline.Token);
            while (!await tray.IsReadyAsync(deadline.Token))
            {
                await Task.Delay(5, deadline.Token);
            }

            tray.ReadyAfter = watch.Elapsed;
            return tray;
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException)
        {
            await tray.DisposeAsync();
            throw new InvalidOperationException($"The tray was not ready within {patience.TotalSeconds} s: {exception.Message}\n{tray.Output}", exception);
        }
    }

    /// <summary>Asks it to end with SIGTERM and tells its exit code.</summary>
    public async Task<int> StopAsync(TimeSpan patience)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await kill.WaitForExitAsync();
        using var deadline = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (isGone)
        {
            return;
        }

        isGone = true;
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/health"), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception slow) when (slow is HttpRequestException || (slow is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Not there yet, or too busy to say.
            return false;
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.Add(line);
        }

        if (ListeningAt().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri($"http://127.0.0.1:{match.Groups["port"].Value}/"));
        }
    }

    [GeneratedRegex(@"http://(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\+|\*|\[::\]):(?<port>[1-9][0-9]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningAt();
}
