using System.Diagnostics;
using System.Globalization;
using System.Text;
using ServiceTray.Tests.Import.Ptv;
using Xunit;
using Xunit.Abstractions;

namespace ServiceTray.Tests.Import;

/// <summary>However many records a source has, the program holds few of them at once. The real program is measured from outside, as an operator would.</summary>
public sealed class ImportMemory(ITestOutputHelper output) : IDisposable
{
    private const int Many = 100_000;
    private const int MostMegabytesOverIdle = 300;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tray-memory-");

    private static bool IsLong => Environment.GetEnvironmentVariable("SERVICETRAY_TESTS") == "long";

    /// <summary>The records together are larger than the heap that the program is given, so that it cannot hold them.</summary>
    [Theory]
    [InlineData("ptv")]
    [InlineData("hsds")]
    public async Task More_than_the_memory_holds_is_taken_in(string source)
    {
        const int records = 900;
        const int letters = 64 * 1024;
        const long heap = 100 * 1024 * 1024;
        Write(source, records, letters);

        var (code, said, _) = await RunAsync(source, "all", heap);

        Assert.True(code is 0 or 1, said);
        Assert.Contains($"Offerings  {records} added", said, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("ptv")]
    [InlineData("hsds")]
    public async Task A_hundred_thousand_records_take_less_than_300_MB_over_the_idle_program(string source)
    {
        Skip.IfNot(IsLong, "Only in the long run.");
        Skip.IfNot(OperatingSystem.IsLinux(), "What a process takes is read from /proc.");
        Write(source, 1, 2_000);
        var (_, _, idle) = await RunAsync(source, "idle");
        Write(source, Many, 2_000);

        var (code, said, peak) = await RunAsync(source, "all");

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

    /// <summary>Services that each have a place of their own, both in long words.</summary>
    private void Write(string source, int records, int letters)
    {
        var files = Directory.CreateDirectory(Path.Combine(folder.FullName, source)).FullName;
        if (source == "ptv")
        {
            using var services = new StreamWriter(Path.Combine(files, "all.ndjson"));
            services.WriteLine(Told.AnOrganisation().Line());
            for (var i = 0; i < records; i++)
            {
                services.WriteLine(Told.AService(Id('a', i), service =>
                {
                    service["serviceNames"]![1]!["value"] = $"Kävelyryhmä {i}";
                    service["serviceDescriptions"]![3]!["value"] = Words(i, letters / 2);
                    service["serviceChannels"]![0]!["serviceChannel"]!["id"] = Id('c', i);
                    service["serviceChannels"]!.AsArray().RemoveAt(1);
                }).Line());
                services.WriteLine(Told.ALocation(Id('c', i), place =>
                    place["addresses"]![0]!["streetAddress"]!["additionalInformation"]![0]!["value"] = Words(i, letters / 2)).Line());
            }

            return;
        }

        using var rows = new StreamWriter(Path.Combine(files, "services.csv"));
        using var places = new StreamWriter(Path.Combine(files, "locations.csv"));
        using var links = new StreamWriter(Path.Combine(files, "services_at_location.csv"));
        using var phones = new StreamWriter(Path.Combine(files, "phones.csv"));
        File.WriteAllText(Path.Combine(files, "organizations.csv"), "id,name\nb1,Walkers\n");
        rows.WriteLine("id,organization_id,name,description");
        places.WriteLine("id,name,transportation,latitude,longitude");
        links.WriteLine("id,service_id,location_id");
        phones.WriteLine("id,service_id,number");
        for (var i = 0; i < records; i++)
        {
            rows.WriteLine($"s{i},b1,Walking exercise group {i},{Words(i, letters / 2)}");
            places.WriteLine($"l{i},Park hall {i},{Words(i, letters / 2)},62.9,27.7");
            links.WriteLine($"a{i},s{i},l{i}");
            phones.WriteLine($"p{i},s{i},+358 17 {i:000000}");
        }
    }

    private static string Id(char kind, int number) => $"0{kind}000000-0000-4000-8000-{number:000000000000}";

    private static string Words(int number, int letters)
    {
        var words = new StringBuilder(letters + 20);
        for (var i = 0; words.Length < letters; i++)
        {
            words.Append("sanoja ").Append((number * 31) + i).Append(' ');
        }

        return words.ToString();
    }

    private async Task<(int Code, string Said, int PeakMegabytes)> RunAsync(string source, string data, long? heap = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ServiceTray.dll"), "import", source, Path.Combine(folder.FullName, source)])
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
