using System.CommandLine;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>The commands of the program: serve when none is named. They end with 0, 1 with problems, 2 when they cannot run.</summary>
internal static class CommandLine
{
    public const int Fine = 0;
    public const int Problems = 1;
    public const int CannotRun = 2;

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
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (CannotStartException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CannotRun;
        }
        catch (OperationCanceledException)
        {
            return CannotRun;
        }
    }
}
