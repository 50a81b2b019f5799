using System.Diagnostics;
using Microsoft.Data.Sqlite;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>The tray is killed while it stores its index: the next start opens what is stored, and index and database agree.</summary>
public sealed class KilledIndexWrites : IDisposable
{
    private const int MostInARound = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string data = Directory.CreateTempSubdirectory("tray-killed-index-").FullName;
    private int writes;
    private int caught;

    private static int Writes => LongRun.IsOn ? 200 : 4;

    [Fact]
    public async Task Leave_a_snapshot_that_opens_and_agrees_with_the_database()
    {
        await StartAndStopAsync();
        await using var database = new SqliteConnection($"Data Source={Path.Combine(data, "tray.db")};Default Timeout=30");
        await database.OpenAsync();
        await RunAsync(database, "CREATE TEMP TABLE gone AS SELECT * FROM offering WHERE 0");
        var random = new Random(11);
        while (writes < Writes)
        {
            await WriteAndKillAsync(database, random);
            Assert.DoesNotContain("The index is built from the database", await StartAndStopAsync(), StringComparison.Ordinal);
            Assert.Equal("Database and index agree.", await CheckAsync());
        }

        Assert.True(caught > 0, "No kill came while the index was being written.");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private async Task WriteAndKillAsync(SqliteConnection database, Random random)
    {
        await using var tray = await RunningTray.StartAsync(RunningTray.In(AppContext.BaseDirectory, data), Patience);
        for (var left = random.Next(1, Math.Min(MostInARound, Writes - writes) + 1); left > 0; left--)
        {
            writes++;
            await ChangeAsync(database);
            await File.WriteAllTextAsync(Path.Combine(data, "reindex"), "");
            if (left == 1)
            {
                await SeeWritingAsync();
                await Task.Delay(random.Next(3));
                caught += File.Exists(Beside) ? 1 : 0;
            }
            else
            {
                await HasComeAsync(() => !File.Exists(Path.Combine(data, "reindex")));
            }
        }
    }

    // An offering goes at one write and comes back at the next, as any process that commits would do it.
    private Task ChangeAsync(SqliteConnection database) => RunAsync(database, writes % 2 == 1
        ? """
            BEGIN IMMEDIATE;
            INSERT INTO gone SELECT * FROM offering ORDER BY random() LIMIT 1;
            DELETE FROM offering WHERE id IN (SELECT id FROM gone);
            INSERT INTO change (kind, entity_id, at) SELECT 'Offering', id, 0 FROM gone;
            COMMIT;
            """
        : """
            BEGIN IMMEDIATE;
            INSERT INTO offering SELECT * FROM gone;
            INSERT INTO change (kind, entity_id, at) SELECT 'Offering', id, 0 FROM gone;
            DELETE FROM gone;
            COMMIT;
            """);

    private string Beside => Path.Combine(data, "index.bin.new");

    // The file beside is there for some thousandths of a second.
    private Task SeeWritingAsync() => HasComeAsync(() => File.Exists(Beside) || !File.Exists(Path.Combine(data, "reindex")), spin: true);

    private static async Task HasComeAsync(Func<bool> come, bool spin = false)
    {
        for (var watch = Stopwatch.StartNew(); !come();)
        {
            Assert.True(watch.Elapsed < Patience, "The index was not written.");
            if (!spin)
            {
                await Task.Delay(20);
            }
        }
    }

    private async Task<string> StartAndStopAsync()
    {
        await using var tray = await RunningTray.StartAsync(RunningTray.In(AppContext.BaseDirectory, data), Patience);
        Assert.Equal(0, await tray.StopAsync(Patience));
        return tray.Output;
    }

    private async Task<string> CheckAsync()
    {
        var start = RunningTray.In(AppContext.BaseDirectory, data);
        start.ArgumentList.Add("check");
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return told.TrimEnd();
    }

    private static async Task RunAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
