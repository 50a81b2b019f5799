using System.Diagnostics;
using Microsoft.Data.Sqlite;
using ServiceTray.Tests.Import.Ptv;
using ServiceTray.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace ServiceTray.Tests.Import;

/// <summary>An import is killed at random moments: what is on the tray is whole each time, and the next run brings the rest.</summary>
public sealed class KilledImports(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tray-kills-");

    private static int Services => LongRun.IsOn ? 800 : 250;

    private static int Kills => LongRun.IsOn ? 20 : 2;

    [Fact]
    public async Task Leave_what_is_whole_and_the_next_run_brings_the_rest()
    {
        var file = Path.Combine(folder.FullName, "all.ndjson");
        await File.WriteAllLinesAsync(file,
        [
            Told.ALocation().Line(), Told.APhone().Line(), Told.AnOrganisation().Line(),
            .. Enumerable.Range(1, Services).Select(i => Told.AService($"0a000000-0000-4000-8000-{i:000000000000}").Line()),
        ]);
        var random = new Random(5);
        for (var i = 0; i < Kills; i++)
        {
            // Each kill in a data folder of its own, in turns while records are read and while they are applied.
            var data = Path.Combine(folder.FullName, $"data-{i}");
            var (table, until) = (i % 2 == 0 ? "staged_record" : "offering", random.Next(1, Services));
            using (var process = Start(data, file))
            {
                while (!process.HasExited && await CountAsync(data, table) < until)
                {
                    await Task.Delay(5);
                }

                await Task.Delay(random.Next(60));

                process.Kill();
                await process.WaitForExitAsync();
            }

            var atKill = await CountAsync(data, "offering");
            Assert.Equal(["ok"], await AskAsync(data, "PRAGMA integrity_check"));
            Assert.Empty(await AskAsync(data, "PRAGMA foreign_key_check"));

            // Every offering that is there has its change row, and nothing else has.
            Assert.Equal(["0"], await AskAsync(data, "SELECT count(*) FROM offering WHERE id NOT IN (SELECT entity_id FROM change)"));
            using (var process = Start(data, file))
            {
                await process.WaitForExitAsync();
                Assert.Equal(0, process.ExitCode);
            }

            Assert.Equal([$"{Services}"], await AskAsync(data, "SELECT count(*) FROM offering"));
            Assert.Equal([$"{Services}"], await AskAsync(data, "SELECT count(*) FROM change WHERE kind = 'Offering'"));
            Assert.Equal(["0"], await AskAsync(data, "SELECT count(*) FROM staged_record"));
            Assert.Equal(["0"], await AskAsync(data, "SELECT count(*) FROM import_run WHERE state IN ('Reading', 'Applying')"));

            // A run that was cut while it was applied counts what it did before and after as one.
            Assert.Equal([$"{Services}"], await AskAsync(data, "SELECT sum(added) FROM import_run"));
            output.WriteLine($"Kill {i + 1}: {atKill} of {Services} were on the tray.");
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static Process Start(string data, string file)
    {
        Directory.CreateDirectory(data);
        return Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ServiceTray.dll"), "import", "ptv", file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["SERVICETRAY_DATA"] = data, ["SERVICETRAY_SEED"] = "none" },
        })!;
    }

    private static async Task<int> CountAsync(string data, string table)
    {
        try
        {
            return File.Exists(Path.Combine(data, "tray.db")) ? int.Parse((await AskAsync(data, $"SELECT count(*) FROM {table}"))[0]) : 0;
        }
        catch (SqliteException)
        {
            // The schema is being made, or the database is busy.
            return 0;
        }
    }

    private static async Task<List<string>> AskAsync(string data, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "tray.db")};Default Timeout=5");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add($"{reader.GetValue(0)}");
        }

        return rows;
    }
}
