using System.CommandLine;
using ServiceTray.Import;
using Spectre.Console;

namespace ServiceTray.Commands;

/// <summary>What every command that takes a source in says and does; it may run while the tray is serving.</summary>
internal sealed class ImportSourceCommand : Command
{
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Print the same report and change no record" };
    private readonly Option<bool> whole = new("--whole") { Description = "The source tells all it has: what it lacks is taken away" };
    private readonly Option<bool> yes = new("--yes") { Description = "Say beforehand that more than a fifth of the source's offerings may go" };
    private readonly Argument<string> from;
    private readonly Func<IServiceProvider, ImportWish, ISource> source;

    private ImportSourceCommand(string name, string about, string from, Func<IServiceProvider, ImportWish, ISource> source)
        : base(name, about)
    {
        this.source = source;
        this.from = new Argument<string>("from") { Description = from };
        Arguments.Add(this.from);
        Options.Add(dryRun);
        Options.Add(whole);
        Options.Add(yes);
        SetAction(RunAsync);
    }

    /// <summary>A command of this name, which reads the source that is made of what was typed.</summary>
    public static ImportSourceCommand Create(string name, string about, string from, Func<IServiceProvider, ImportWish, ISource> source, params Option[] options)
    {
        var command = new ImportSourceCommand(name, about, from, source);
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        return command;
    }

    /// <summary>The source that was typed.</summary>
    public ISource SourceOf(IServiceProvider services, ParseResult typed) => source(services, new ImportWish(typed.GetRequiredValue(from), typed.GetValue(whole), typed));

    /// <summary>How its run was meant.</summary>
    public ImportChoices ChoicesOf(ParseResult typed) => new(typed.GetValue(dryRun), typed.GetValue(yes));

    /// <summary>What the source is called on the tray, for those of which there are many; ids are made of it.</summary>
    public static Option<string> NameOption(string usual)
    {
        var name = new Option<string>("--name") { Description = "What this source is called on the tray, in letters, digits and hyphens; two of one kind need two names", DefaultValueFactory = _ => usual };
        name.Validators.Add(result =>
        {
            if (!SourceName.IsGood(result.GetValueOrDefault<string>()))
            {
                result.AddError("A source's name is letters a to z, digits and hyphens, at most 40, and not that of another.");
            }
        });
        return name;
    }

    /// <summary>The rules that give themes and audiences by a source's terms.</summary>
    public static TermRules TermRulesOf(IServiceProvider services) => services.GetRequiredService<TermRules>();

    private async Task<int> RunAsync(ParseResult typed, CancellationToken cancellationToken)
    {
        await using var app = await ImportCommand.OpenAsync(cancellationToken);
        var importer = app.Services.GetRequiredService<Importer>();
        var choices = ChoicesOf(typed);
        var report = await WatchedAsync(progress => importer.RunAsync(SourceOf(app.Services, typed), choices, progress, cancellationToken));
        return await ImportCommand.TellAsync(report, choices.DryRun);
    }

    /// <summary>With a bar while a person watches, else without.</summary>
    private static async Task<ImportReport> WatchedAsync(Func<IProgress<ImportProgress>?, Task<ImportReport>> run)
    {
        if (Console.IsOutputRedirected)
        {
            return await run(null);
        }

        return await AnsiConsole.Progress().AutoClear(true).StartAsync(context =>
        {
            var bar = context.AddTask("Reading", maxValue: 1);
            bar.IsIndeterminate = true;
            return run(new Progress<ImportProgress>(progress =>
            {
                bar.Description = "Applying";
                bar.IsIndeterminate = false;
                bar.MaxValue = progress.Read;
                bar.Value = progress.Applied;
            }));
        });
    }
}

/// <summary>Where to read from and whether it is all there is, with the options of its own that were typed.</summary>
internal sealed record ImportWish(string From, bool IsWhole, ParseResult Typed)
{
    /// <summary>The address to read from; null: it is a file or folder.</summary>
    public Uri? Address => Uri.TryCreate(From, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;

    /// <summary>Whether it tells all it has: an address does, a file or folder when that was typed.</summary>
    public bool TellsAll => IsWhole || Address is not null;
}
