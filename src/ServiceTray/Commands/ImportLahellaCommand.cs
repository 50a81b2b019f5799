using System.CommandLine;
using ServiceTray.Import.Lahella;
using ServiceTray.Places;

namespace ServiceTray.Commands;

/// <summary>Takes in what an organiser exported from Lähellä.fi.</summary>
internal static class ImportLahellaCommand
{
    public static Command Create()
    {
        var name = ImportSourceCommand.NameOption(LahellaSource.SourceName);
        var organisation = new Option<string>("--organisation") { Description = "Whose activities they are, as residents read it", Required = true };
        var licence = new Option<string?>("--licence") { Description = "The licence that its content is under" };
        return ImportSourceCommand.Create(
            "lahella",
            "Take in activities that an organiser exported from Lähellä.fi",
            "A file or folder of activities as JSON: pages with items, an array, or one a line",
            (services, wish) => new LahellaSource(
                new LahellaWish(wish.From, wish.IsWhole, wish.Typed.GetRequiredValue(name), wish.Typed.GetRequiredValue(organisation), wish.Typed.GetValue(licence)),
                ImportSourceCommand.TermRulesOf(services),
                services.GetRequiredService<Regions>(),
                services.GetRequiredService<TimeProvider>()),
            name, organisation, licence);
    }
}
