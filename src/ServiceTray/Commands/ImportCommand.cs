using System.CommandLine;

namespace ServiceTray.Commands;

/// <summary>Takes records in from outside.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Take records in from outside")
    {
        ImportPtvCommand.Create(),
        ImportSurveyCommand.Create(),
    };
}
