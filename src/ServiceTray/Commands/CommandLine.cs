using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using ServiceTray.Import;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>The commands of the program: serve when none is named. They end with 0, 1 with problems, 2 when they cannot run.</summary>
internal static class CommandLine
{
    public const int Fine = 0;
    public const int Problems = 1;
    public const int CannotRun = 2;

    /// <summary>Longer than the host itself gives its services to end (30 s), so that what is at work ends by its own rules.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("ServiceTray, the wellbeing service tray")
        {
            ServeCommand.Create(),
            ImportCommand.Create(),
            ReindexCommand.Create(),
            CheckCommand.Create(),
        };
        ServeCommand.MakeDefault(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return CannotRun;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = EndsWithin });
        }
        catch (Exception exception) when (IsOfTheMachine(exception))
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CannotRun;
        }
        catch (OperationCanceledException)
        {
            return CannotRun;
        }
    }

    /// <summary>What the one who started it can mend: an address in use, a folder, a file, a database that is busy or full.</summary>
    private static bool IsOfTheMachine(Exception exception) => exception
        is CannotStartException or ImportException or IOException or UnauthorizedAccessException or InvalidDataException or SocketException or DbException;
}
