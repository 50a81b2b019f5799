using System.CommandLine;
using ServiceTray.Data;
using ServiceTray.Surveys;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>Takes in the words of a survey that ships without them, from one who has the right to them; the tray shows it from its next start on.</summary>
internal static class ImportSurveyCommand
{
    private static readonly Argument<string> Path = new("path") { Description = "A JSON file with survey, version, permission, languages and the words of each question" };

    public static Command Create()
    {
        var command = new Command("survey", "Take in an owner's words for a survey that ships without them") { Path };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(Path), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        var settings = TraySettings.FromEnvironment();
        try
        {
            var json = await File.ReadAllBytesAsync(path, cancellationToken);
            var (texts, problems) = OwnerTextsReader.Read(json, SurveyFolder.Read(System.IO.Path.Combine(settings.SeedFolder, "surveys")).All);
            foreach (var problem in problems)
            {
                await Console.Out.WriteLineAsync($"{problem.Path}: {problem.Message}");
            }

            if (texts is null)
            {
                return CommandLine.Problems;
            }

            await KeepAsync(settings.Database, texts, json, cancellationToken);
            await Console.Out.WriteLineAsync($"{texts.Survey} {texts.Version} has its words; the tray shows it from its next start on.");
            return CommandLine.Fine;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CommandLine.CannotRun;
        }
    }

    // Written beside and renamed, so that a start never reads half of it.
    private static async Task KeepAsync(TrayDatabase database, OwnerTexts texts, byte[] json, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(SurveyFolder.OwnersFolder(database.Folder)).FullName;
        var file = System.IO.Path.Combine(folder, $"{texts.Survey}-{texts.Version}.json");
        await File.WriteAllBytesAsync($"{file}.new", json, cancellationToken);
        File.Move($"{file}.new", file, overwrite: true);
    }
}
