using System.Diagnostics;

namespace ServiceTray.Benchmarks.Search;

/// <summary>A database server of its own in a folder of its own, which listens on a socket there alone; gone with the folder at the end.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string Versions = "/usr/lib/postgresql";
    private readonly string programs;
    private readonly string folder;

    private PostgresCluster(string programs, string folder) => (this.programs, this.folder) = (programs, folder);

    public string ConnectionString => $"Host={folder};Username=peer;Database=postgres;Pooling=false";

    public static async Task<PostgresCluster?> TryStartAsync()
    {
        var programs = Directory.Exists(Versions) ? Directory.GetDirectories(Versions).Select(version => Path.Combine(version, "bin")).LastOrDefault(Directory.Exists) : null;
        if (programs is null || Directory.GetFiles("/usr/share/postgresql", "postgis.control", SearchOption.AllDirectories).Length == 0)
        {
            return null;
        }

        var cluster = new PostgresCluster(programs, Directory.CreateTempSubdirectory("postgres-peer-").FullName);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", cluster.folder);
        }

        await cluster.RunOwnAsync("initdb", "-D", cluster.Data, "--auth=trust", "-U", "peer", "-E", "UTF8");
        await cluster.RunOwnAsync("pg_ctl", "-D", cluster.Data, "-w", "-l", Path.Combine(cluster.folder, "log"), "-o", $"-k {cluster.folder} -c listen_addresses= -c shared_buffers=1GB -c jit=off", "start");
        return cluster;
    }

    public void Dispose()
    {
        RunOwnAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop").GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    // The server refuses to be run by root.
    private Task RunOwnAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(programs, program), .. arguments])
        : RunAsync(Path.Combine(programs, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "cd / && exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
