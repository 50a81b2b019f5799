using System.CommandLine;
using ServiceTray.Import.Borders;
using ServiceTray.Places;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>Takes in the municipalities' borders; the tray knows them from its next start on.</summary>
internal static class ImportBordersCommand
{
    private const int ProblemsShown = 20;

    private static readonly Argument<string> Path = new("path") { Description = "GeoJSON of the municipal division, in WGS84 or ETRS-TM35FIN" };

    public static Command Create()
    {
        var command = new Command("borders", "Take in the municipalities' borders (National Land Survey of Finland, GeoJSON), so that a point's municipality is exact") { Path };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(Path), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        var settings = TraySettings.FromEnvironment();
        var regions = RegionReader.Read(System.IO.Path.Combine(settings.SeedFolder, "places"));
        var (borders, problems) = await new BorderReader(regions).ReadAsync(path, cancellationToken);
        foreach (var problem in problems.Take(ProblemsShown))
        {
            await Console.Out.WriteLineAsync(problem);
        }

        if (problems.Count > ProblemsShown)
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"and {problems.Count - ProblemsShown} more"));
        }

        MunicipalBorders.Write(System.IO.Path.Combine(settings.Database.MakeFolder().FullName, MunicipalBorders.FileName), borders);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{borders.Count} of {regions.Municipalities.Count} municipalities have their borders; the tray knows them from its next start on."));
        return problems.Count == 0 ? CommandLine.Fine : CommandLine.Problems;
    }
}
