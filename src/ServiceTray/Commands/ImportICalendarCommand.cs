using System.CommandLine;
using ServiceTray.Import.ICalendar;
using ServiceTray.Import.Remote;
using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Commands;

/// <summary>Takes in the events of a calendar that an organisation keeps.</summary>
internal static class ImportICalendarCommand
{
    public static Command Create()
    {
        var name = ImportSourceCommand.NameOption("calendar");
        var organisation = new Option<string>("--organisation") { Description = "Whose calendar it is, as residents read it", Required = true };
        var language = new Option<string>("--language") { Description = "The language that its texts are in, BCP 47", DefaultValueFactory = _ => "fi" };
        var theme = new Option<string?>("--theme") { Description = "The theme of events whose words tell none, as MOVEMENT" };
        var licence = new Option<string?>("--licence") { Description = "The licence that its content is under" };
        theme.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } told && PublicWords.Read<ThemeCode>(told) is null)
            {
                result.AddError($"A theme is one of {string.Join(", ", PublicWords.All<ThemeCode>())}.");
            }
        });
        return ImportSourceCommand.Create(
            "ical",
            "Take in the events of a calendar (iCalendar, RFC 5545)",
            "The calendar's address, or a file",
            (services, wish) => new CalendarSource(
                new CalendarWish(
                    wish.From, wish.Address, wish.TellsAll, wish.Typed.GetRequiredValue(name), wish.Typed.GetRequiredValue(organisation), wish.Typed.GetRequiredValue(language),
                    wish.Typed.GetValue(theme) is { } told ? PublicWords.Read<ThemeCode>(told) : null, wish.Typed.GetValue(licence)),
                services.GetRequiredService<RemoteClient>(),
                services.GetRequiredService<RemoteLimits>(),
                ImportSourceCommand.TermRulesOf(services),
                services.GetRequiredService<Regions>(),
                services.GetRequiredService<Gazetteer>(),
                services.GetRequiredService<TimeProvider>()),
            name, organisation, language, theme, licence);
    }
}
