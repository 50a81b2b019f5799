using System.CommandLine;
using ServiceTray.Import.Ptv;
using ServiceTray.Import.Ptv.V12;
using ServiceTray.Import.Remote;
using ServiceTray.Places;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>Takes in the national register of public services.</summary>
internal static class ImportPtvCommand
{
    public static Command Create()
    {
        var since = new Option<DateTimeOffset?>("--since") { Description = "From the API only what changed since, as 2026-11-25T00:00:00Z" };
        var area = new Option<string?>("--area") { Description = "From the API only one area, as Municipality/297" };
        var key = new Option<string>("--key-from") { Description = "The environment variable that holds the API's key", DefaultValueFactory = _ => "SERVICETRAY_PTV_KEY" };
        area.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } told && PtvAskedArea.Read(told) is null)
            {
                result.AddError("An area is named as Municipality/297 or WellbeingServiceCounties/09.");
            }
        });
        return ImportSourceCommand.Create(
            "ptv",
            "Take in services of the national register (Palvelutietovaranto)",
            "The Open API's address, as https://api.palvelutietovaranto.suomi.fi/api/v11/ or https://api-gw.palvelutietovaranto.suomi.fi/api/v12/, or a file or folder of services, channels and organisations as NDJSON or JSON",
            (services, wish) =>
            {
                // The key is a secret: it stands in the environment, never on a command line that others see.
                var ask = new PtvAsk(wish.Typed.GetValue(since), wish.Typed.GetValue(area) is { } told ? PtvAskedArea.Read(told) : null, Environment.GetEnvironmentVariable(wish.Typed.GetRequiredValue(key)));
                return new PtvSource(
                    wish.Address is { } address ? EntriesAt(address, ask, services) : new PtvFolder(wish.From),
                    PtvThemeRules.Read(Path.Combine(services.GetRequiredService<TraySettings>().SeedFolder, "themes", "ptv-rules.json")),
                    services.GetRequiredService<Regions>(),
                    services.GetRequiredService<TimeProvider>(),
                    wish.IsWhole || (wish.Address is not null && ask.IsWhole));
            },
            since, area, key);
    }

    private static IPtvEntries EntriesAt(Uri address, PtvAsk ask, IServiceProvider services)
    {
        var (remote, limits) = (services.GetRequiredService<RemoteClient>(), services.GetRequiredService<RemoteLimits>());
        return V12Client.IsAt(address) ? new V12Client(remote, limits, address, ask) : new PtvClient(remote, limits, address, ask);
    }
}
