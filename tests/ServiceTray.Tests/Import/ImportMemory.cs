using System.Diagnostics;
using System.Globalization;
using ServiceTray.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace ServiceTray.Tests.Import;

/// <summary>However many records a source has, the program holds few of them at once. The real program is measured from outside, as an operator would.</summary>
public sealed class ImportMemory(ITestOutputHelper output) : IDisposable
{
    private const int Many = 100_000;
    private const int MostMegabytesOverIdle = 300;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tray-memory-");

    /// <summary>A source of records and one of lines in the short run, each source in the long one.</summary>
    public static TheoryData<string, int, int> Heavy
    {
        get
        {
            var sources = new TheoryData<string, int, int> { { "ptv", 900, 64 * 1024 }, { "ical", 50_000, 200 } };
            if (LongRun.IsOn)
            {
                sources.Add("hsds", 900, 64 * 1024);
                sources.Add("linkedevents", 900, 64 * 1024);
                sources.Add("csv", 480, 60 * 1024);
            }

            return sources;
        }
    }

    /// <summary>
    /// The records together, as they lie in memory, are larger than the heap that the program is given, so that it cannot hold them.
    /// Tables and calendars are no larger than the tray takes; a calendar's are many small ones.
    /// </summary>
    [Theory]
    [MemberData(nameof(Heavy))]
    public async Task More_than_the_memory_holds_is_taken_in(string source, int records, int letters)
    {
        const long heap = 100 * 1024 * 1024;
        var from = ManyRecords.Write(folder.FullName, source, records, letters);

        var (code, said, _) = await RunAsync(source, from, "all", heap);

        Assert.True(code is 0 or 1, said);
        Assert.Contains($"Offerings  {records} added", said, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("ptv", 2_000)]
    [InlineData("hsds", 2_000)]
    [InlineData("linkedevents", 2_000)]
    [InlineData("ical", 80)]
    [InlineData("csv", 120)]
    public async Task A_hundred_thousand_records_take_less_than_300_MB_over_the_idle_program(string source, int letters)
    {
        Skip.IfNot(LongRun.IsOn, "Only in the long run.");
        Skip.IfNot(OperatingSystem.IsLinux(), "What a process takes is read from /proc.");
        var (_, _, idle) = await RunAsync(source, ManyRecords.Write(folder.FullName, source, 1, letters), "idle");

        var (code, said, peak) = await RunAsync(source, ManyRecords.Write(folder.FullName, source, Many, letters), "all");

        output.WriteLine($"{source}: {peak} MB at most, {idle} MB when it takes in one record.");
        Assert.True(code is 0 or 1, said);
        Assert.Contains($"Offerings  {Many} added", said, StringComparison.Ordinal);
        Assert.InRange(peak - idle, 0, MostMegabytesOverIdle);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task<(int Code, string Said, int PeakMegabytes)> RunAsync(string source, string from, string data, long? heap = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ServiceTray.dll"), "import", source, from, .. source == "ical" ? ["--organisation", "Seura ry", "--theme", "MOVEMENT"] : Array.Empty<string>()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SERVICETRAY_DATA"] = Path.Combine(folder.FullName, $"{source}-{data}"), ["SERVICETRAY_SEED"] = "none" },
        };
        if (heap is { } most)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = most.ToString("x", CultureInfo.InvariantCulture);
        }

        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process));
            await Task.Delay(100);
        }

        return (process.ExitCode, string.Concat(await said), peak);
    }

    /// <summary>The most memory that it ever had, as the system counts it, in megabytes.</summary>
    private static int PeakOf(Process process)
    {
        try
        {
            var told = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return told is null ? 0 : int.Parse(told["VmHWM:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
