using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Import.Ptv;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.Ptv;

/// <summary>On real records of a town and an agency, where they lie beside the repository.</summary>
public sealed class RealRegister
{
    private static readonly string Data = Path.Combine(Repository.Shared, "data", "ptv");

    [SkippableFact]
    public async Task Is_read_whole_and_twice_changes_nothing()
    {
        Skip.IfNot(Directory.Exists(Data), $"{Data} is not here.");
        await using var folder = await ImportFolder.OpenAsync();

        var dry = await folder.ImportAsync(dryRun: true, from: Data);
        Assert.Equal("", await folder.StateAsync());
        var first = await folder.ImportAsync(from: Data);
        var state = await folder.StateAsync();
        var second = await folder.ImportAsync(from: Data);

        Assert.Equal((150, 347, 2), (first.Read["services"], first.Read["channels"], first.Read["organisations"]));
        Assert.Equal(150, first.Taken + first.Left.Values.Sum());
        Assert.Equal((first.Themed, first.Problems.Count), (dry.Added, dry.Problems.Count));
        Assert.Equal(first.Themed, first.Added);
        Assert.Equal((0, 0, first.Added), (second.Added, second.Changed, second.Unchanged));
        Assert.Equal(state, await folder.StateAsync());
        Assert.DoesNotContain(first.Problems, problem => problem.Reason is "unreadable" or "not-json" or "coordinates-outside" or "no-name");
    }

    [SkippableFact]
    public async Task A_tenth_less_of_all_it_has_leaves_stones()
    {
        Skip.IfNot(Directory.Exists(Data), $"{Data} is not here.");
        await using var folder = await ImportFolder.OpenAsync();
        var first = await folder.ImportAsync(from: Data);
        var all = await File.ReadAllLinesAsync(Path.Combine(Data, "services.ndjson"));
        await using (var context = await folder.ContextAsync())
        {
            // Every tenth of those that are shown, by the file's order.
            var shown = (await context.Offerings.Select(offering => offering.Source.Id).ToListAsync()).ToHashSet();
            var left = all.Where(line => shown.Contains(IdOf(line))).Where((_, i) => i % 10 == 0).Select(IdOf).ToHashSet();
            await File.WriteAllLinesAsync(Path.Combine(folder.Files, "services.ndjson"), all.Where(line => !left.Contains(IdOf(line))));
            foreach (var file in new[] { "servicechannels.ndjson", "organizations.ndjson" })
            {
                File.Copy(Path.Combine(Data, file), Path.Combine(folder.Files, file));
            }

            var third = await folder.RunAsync(new PtvSource(new PtvFolder(folder.Files), ImportFolder.Rules, ImportFolder.Regions, new FixedClock(TrayApp.Now), isWhole: true));

            Assert.Equal((left.Count, first.Added - left.Count, 0), (third.Removed, third.Unchanged, third.Changed));
            Assert.Equal(left.Order(), (await folder.StonesAsync()).Select(stone => stone.SourceId).Order());
            Assert.InRange(left.Count, 3, 5);
        }
    }

    [SkippableFact]
    public async Task Services_for_those_who_use_substances_belong_to_mind_and_lie_near_Naantali()
    {
        Skip.IfNot(Directory.Exists(Data), $"{Data} is not here.");
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync(from: Data);
        await using var context = await folder.ContextAsync();
        var offerings = await context.Offerings.AsNoTracking().ToListAsync();
        var places = await context.Places.AsNoTracking().ToDictionaryAsync(place => place.Id);
        var naantali = ImportFolder.Regions.Municipality("529")!.Centre;

        foreach (var name in new[] { "Päihteiden käyttäjien päiväkeskuspalvelut", "Päihdeongelmaisten palveluohjaus", "Päihdetyö" })
        {
            var offering = Assert.Single(offerings, offering => offering.Name.Pick(Language.Fi).Value == name);
            Assert.Equal(ThemeCode.Mind, offering.Themes[0]);
            Assert.Equal([AudienceCode.All], offering.Audiences);
            Assert.Contains(offering.PlaceIds, id => places[id].Coordinates?.MetresTo(naantali) < 30_000);
            Assert.Equal(ContactKind.Phone, offering.Contacts[0].Kind);
        }
    }

    [SkippableFact]
    public async Task Points_lie_in_the_municipality_that_the_address_tells()
    {
        Skip.IfNot(Directory.Exists(Data), $"{Data} is not here.");
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync(from: Data);
        await using var context = await folder.ContextAsync();
        var pointed = (await context.Places.AsNoTracking().ToListAsync()).Where(place => place.Coordinates is not null).ToList();

        Assert.True(pointed.Count >= 20);
        Assert.All(pointed, place => Assert.Equal(place.Municipality, ImportFolder.Regions.MunicipalityAt(place.Coordinates!)?.Code));
    }

    [SkippableFact]
    public async Task Each_place_stands_once_for_each_street_address_of_its_channel()
    {
        Skip.IfNot(Directory.Exists(Data), $"{Data} is not here.");
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync(from: Data);
        await using var context = await folder.ContextAsync();
        var places = await context.Places.AsNoTracking().ToListAsync();

        Assert.Equal(places.Count, places.Select(place => (place.Name, place.StreetAddress)).Distinct().Count());
        Assert.All(places, place => Assert.Equal("529", place.Municipality));
    }

    private static string IdOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("id").GetString()!;
    }
}
