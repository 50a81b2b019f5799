using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Import;
using ServiceTray.Import.OpenReferral;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Tests.Import;
using ServiceTray.Tests.Import.LinkedEvents;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>A large feed of Open Referral, walked to its end by a check that others' validator wrote: each id is asked for again, each record held against the schemas.</summary>
public sealed class LargeOpenReferral
{

    private static int Size => LongRun.IsOn ? 5_000 : 260;

    [SkippableFact]
    public async Task Has_every_page_every_id_and_no_schema_error()
    {
        var judge = Path.Combine(Repository.Shared, "checks", "hsds-feed.mjs");
        Skip.IfNot(File.Exists(judge), "The outside judges are not beside the repository.");
        await using var tray = await TrayApp.StartAsync("none");
        await FillAsync(tray);
        Assert.Equal(Size, (await tray.GetAsync("/api/v1/offerings?first=0")).Total);
        var (code, said) = await Judge.RunAsync(
            judge, new Uri(tray.Client.BaseAddress!, "/oruk").ToString(), "--schemas", Path.Combine(Repository.Shared, "data", "schemas", "oruk30"), "--profile", "oruk30",
            "--max", Size.ToString(CultureInfo.InvariantCulture), "--require", "taxonomies,service_at_locations,organizations,taxonomy_terms");
        Skip.If(said.Contains("Cannot find module", StringComparison.Ordinal), "The outside judges are not installed.");
        Assert.True(code == 0 && said.Contains(" 0 fail, 0 warn", StringComparison.Ordinal), said);
    }

    // The long form takes all services of the tables that have themes; what is missing to the number is made up.
    private static async Task FillAsync(TrayApp tray)
    {
        var tables = Path.Combine(Repository.Shared, "data", "hsds");
        if (LongRun.IsOn && Directory.Exists(tables))
        {
            await tray.Services.GetRequiredService<Importer>().RunAsync(new OpenReferralSource("hsds", HsdsTables.In(tables)!, true, "en", "CC BY-SA 4.0", LinkedEventsImports.Rules, ImportFolder.Regions, new FixedClock(TrayApp.Now)), dryRun: false, default);
            await tray.PutAsync([]);
        }

        var missing = Size - (await tray.GetAsync("/api/v1/offerings?first=0")).Total;
        var places = Enumerable.Range(0, missing).Select(i => new Place
        {
            Id = Source.IdOf("test", $"place {i}"), Name = LocalizedText.Of($"Paikka {i}"), StreetAddress = LocalizedText.Of($"Katu {i}"), PostalCode = "70100", Municipality = "297",
            Coordinates = new Coordinates(62.5 + (i % 100 * 0.01), 27 + (i % 90 * 0.01)), Approximate = i % 7 == 0,
        }).ToArray();
        await tray.PutAsync([.. places.Select((place, i) => Make(i, place))], places);
    }

    private static Offering Make(int i, Place place)
    {
        Offering made = i % 3 == 0
            ? OwnOfferings.Event($"{i:0000}", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0).AddDays(i % 7)))
            : OwnOfferings.Activity($"{i:0000}");
        made.Summary = LocalizedText.Of($"Lyhyesti {i}: \"lainaus\", <b>merkki</b> & ääkköset");
        made.PlaceIds = i % 5 == 0 ? [] : [place.Id];
        made.Contacts = [new Contact(ContactKind.Phone, $"+358 40 {i:0000000}", LocalizedText.Empty, LocalizedText.Empty), new Contact(ContactKind.Email, $"toimisto{i}@esimerkki.example", LocalizedText.Empty, LocalizedText.Empty)];
        made.Ages = new AgeSpan(i % 4 == 0 ? 18 : null, null);
        made.Price = i % 2 == 0 ? new Price(true, null, LocalizedText.Empty) : new Price(false, 5.5m, LocalizedText.Empty);
        return made;
    }
}
