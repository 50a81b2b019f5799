using System.CommandLine;
using ServiceTray.Import.Ptv;
using ServiceTray.Places;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>Takes in the national register of public services.</summary>
internal static class ImportPtvCommand
{
    public static Command Create() => ImportSourceCommand.Create(
        "ptv",
        "Take in services of the national register (Palvelutietovaranto)",
        "A file, or a folder of files, of services, channels and organisations as NDJSON or JSON",
        (services, wish) => new PtvSource(
            wish.From,
            PtvThemeRules.Read(Path.Combine(services.GetRequiredService<TraySettings>().SeedFolder, "themes", "ptv-rules.json")),
            services.GetRequiredService<Regions>(),
            services.GetRequiredService<TimeProvider>(),
            wish.IsWhole));
}
