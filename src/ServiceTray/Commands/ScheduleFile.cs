using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ServiceTray.Import.Schedule;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>The file that says which sources are read by themselves: a line each, how often and then what one would say to <c>import</c>.</summary>
internal static class ScheduleFile
{
    /// <summary>What the file is called in the data folder, where no other is named.</summary>
    public const string Name = "sources.txt";

    /// <summary>The sources of the file; none: there is no file.</summary>
    /// <exception cref="CannotStartException">A line says what cannot be done.</exception>
    public static SourceSchedule Read(TraySettings settings)
    {
        var file = settings.Sources ?? Path.Combine(settings.DataFolder, Name);
        if (!File.Exists(file))
        {
            return settings.Sources is null ? SourceSchedule.None : throw new CannotStartException($"SERVICETRAY_SOURCES: there is no file {file}.");
        }

        return new SourceSchedule([.. File.ReadLines(file).Index().Where(line => line.Item.Trim() is { Length: > 0 } text && text[0] != '#').Select(line => Read(line.Item, $"{file}, line {line.Index + 1}"))]);
    }

    private static ScheduledSource Read(string line, string where)
    {
        string[] words = [.. CommandLineParser.SplitCommandLine(line)];
        if (Rhythm(words[0]) is not { } rhythm)
        {
            throw new CannotStartException($"{where}: it begins with how often, from 5m to 366d, as 30m, 6h or 1d, and how often all is read where that is not each time, as 6h/7d.");
        }

        var root = new RootCommand();
        foreach (var command in ImportCommand.Sources())
        {
            root.Subcommands.Add(command);
        }

        var typed = root.Parse(words[1..]);
        if (typed.CommandResult.Command is not ImportSourceCommand source)
        {
            throw new CannotStartException($"{where}: it names no source, as {string.Join(", ", root.Subcommands.Select(command => command.Name))}.");
        }

        if (typed.Errors is [var wrong, ..])
        {
            throw new CannotStartException($"{where}: {wrong.Message}");
        }

        var choices = source.ChoicesOf(typed);
        return choices.DryRun
            ? throw new CannotStartException($"{where}: what is read by itself is no dry run.")
            : new ScheduledSource(rhythm.Every, choices, services => source.SourceOf(services, typed)) { WholeEvery = rhythm.WholeEvery };
    }

    /// <summary>From <c>6h</c>, where all is read once a week, or <c>6h/30d</c>; a source that cannot tell what changed is read whole each time.</summary>
    private static (TimeSpan Every, TimeSpan WholeEvery)? Rhythm(string word) => word.Split('/') switch
    {
        [var only] when Kept(only) is { } every => (every, TimeSpan.FromDays(7)),
        [var often, var rarely] when Kept(often) is { } every && Kept(rarely) is { } whole && whole >= every => (every, whole),
        _ => null,
    };

    private static TimeSpan? Kept(string word) =>
        Pause(word) is { } pause && pause >= ScheduledSource.ShortestPause && pause <= TimeSpan.FromDays(366) ? pause : null;

    private static TimeSpan? Pause(string word) =>
        word.Length > 1 && int.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000
            ? word[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                _ => null,
            }
            : null;
}
