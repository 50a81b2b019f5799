using System.CommandLine;
using ServiceTray.Import.OpenReferral;
using ServiceTray.Import.Remote;
using ServiceTray.Places;

namespace ServiceTray.Commands;

/// <summary>Takes in a directory of Open Referral: HSDS or ORUK.</summary>
internal static class ImportHsdsCommand
{
    public static Command Create()
    {
        var name = ImportSourceCommand.NameOption(OpenReferralSource.SourceName);
        var language = new Option<string>("--language") { Description = "The language that its texts are in, BCP 47", DefaultValueFactory = _ => "en" };
        var licence = new Option<string?>("--licence") { Description = "The licence that its content is under" };
        return ImportSourceCommand.Create(
            "hsds",
            "Take in services of an Open Referral directory (HSDS, ORUK)",
            "A feed's address, a folder of tables (services.csv and others), or a file or folder of services as JSON",
            (services, wish) => new OpenReferralSource(
                wish.Typed.GetRequiredValue(name),
                wish.Address is { } address ? new HsdsClient(services.GetRequiredService<RemoteClient>(), services.GetRequiredService<RemoteLimits>(), address)
                    : HsdsTables.In(wish.From) is { } tables ? tables
                    : new HsdsFiles(wish.From),
                wish.TellsAll,
                wish.Typed.GetRequiredValue(language),
                wish.Typed.GetValue(licence),
                ImportSourceCommand.TermRulesOf(services),
                services.GetRequiredService<Regions>(),
                services.GetRequiredService<TimeProvider>()),
            name, language, licence);
    }
}
