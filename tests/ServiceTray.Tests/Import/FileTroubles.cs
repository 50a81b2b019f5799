using System.Text;
using System.Text.Json.Nodes;
using ServiceTray.Import;
using ServiceTray.Import.LinkedEvents;
using ServiceTray.Tests.Import.LinkedEvents;
using ServiceTray.Tests.Import.Ptv;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import;

/// <summary>All that a file may do wrong: a clear word, in bounded memory, and what was there before stays.</summary>
public sealed class FileTroubles
{
    [Theory]
    [InlineData("zeros", "a line of more than 32 MB")]
    [InlineData("one line", "a line of more than 32 MB")]
    [InlineData("record", "a record of more than 32 MB")]
    [InlineData("page", "larger than a page")]
    public async Task Ten_gigabytes_are_given_up_early_and_change_nothing(string form, string words)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var file = Path.Combine(folder.Files, "services.json");
        await File.WriteAllTextAsync(file, Told.AService().Line());
        await folder.ImportAsync();
        var before = await folder.StateAsync();
        await using (var huge = File.Create(file))
        {
            await huge.WriteAsync(Encoding.ASCII.GetBytes(form switch
            {
                "zeros" => "",
                "one line" => "{\"name\":\"" + new string('x', 40 * 1024 * 1024),
                "record" => "[{\"name\":\"" + new string('x', 40 * 1024 * 1024),
                _ => "{\n\"data\":\n",
            }));

            // The rest takes no place on the disk: the file has holes, which read as zeros.
            huge.SetLength(10L * 1024 * 1024 * 1024);
        }

        var refused = await Assert.ThrowsAsync<ImportException>(() => folder.ImportAsync());

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await folder.StateAsync());
    }

    [Fact]
    public async Task A_record_longer_than_anybody_reads_is_told_and_what_was_known_of_it_stays()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await folder.ImportAsync([Told.AService().Line()]);
        var before = await folder.StateAsync();

        var report = await folder.ImportAsync([Told.AService(change: service => service["serviceDescriptions"]![3]!["value"] = new string('x', 300_000)).Line()]);

        Assert.Equal((1, 0, 0), (report.Reasons["too-large"], report.Taken, report.Removed));
        Assert.Equal(before, await folder.StateAsync());
    }

    [Fact]
    public async Task Parents_in_circles_end_and_each_stands_by_itself()
    {
        await using var folder = await ImportFolder.OpenAsync();
        JsonObject AnEvent(string id, string super, string? type = null) => new()
        {
            ["id"] = id, ["@id"] = $"https://e.example/v1/event/{id}/", ["@type"] = "Event", ["publisher"] = "p", ["publication_status"] = "public",
            ["name"] = new JsonObject { ["fi"] = "Kävely" }, ["start_time"] = "2027-01-12T10:00:00Z", ["super_event"] = new JsonObject { ["@id"] = $"https://e.example/v1/event/{super}/" }, ["super_event_type"] = type,
        };
        var circle = new[] { AnEvent("a", "b"), AnEvent("b", "a"), AnEvent("c", "c"), AnEvent("d", "e", "recurring"), AnEvent("e", "d", "recurring"), AnEvent("f", "f", "recurring") }.Append(AnEvent("g", "a")).Append(AnEvent("h", "nobody"));
        await File.WriteAllLinesAsync(Path.Combine(folder.Files, "event.ndjson"), circle.Select(one => one.ToJsonString()));

        var report = await folder.RunAsync(new LinkedEventsSource("linkedevents", new LinkedFiles(folder.Files), false, LinkedEventsImports.Rules, ImportFolder.Regions, new FixedClock(TrayApp.Now)));

        Assert.Equal((8, 6, 1), (report.Added, report.Reasons["circular"], report.Reasons.Count));
        Assert.Equal(["a", "b", "c", "d", "e", "f"], report.Problems.Select(problem => problem.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_series_and_its_part_round_in_a_circle_stand_by_themselves_with_their_own_dates()
    {
        await using var folder = await ImportFolder.OpenAsync();
        static string AnEvent(string id, string super, int day, string? type = null) =>
            $$"""{ "id": "helsinki:{{id}}", "@id": "https://e.example/v1/event/helsinki:{{id}}/", "@type": "Event", "publisher": "p", "publication_status": "public", "name": { "fi": "Kävely" }, "start_time": "2027-01-{{day}}T10:00:00Z", "super_event": { "@id": "https://e.example/v1/event/helsinki:{{super}}/" }, "super_event_type": {{(type is null ? "null" : $"\"{type}\"")}} }""";
        await File.WriteAllLinesAsync(Path.Combine(folder.Files, "event.ndjson"), [AnEvent("a", "b", 12, "recurring"), AnEvent("b", "a", 13), AnEvent("c", "d", 14, "recurring"), AnEvent("d", "c", 15), AnEvent("e", "c", 16)]);

        var report = await folder.RunAsync(LinkedEventsImports.Of(new LinkedFiles(folder.Files), isWhole: false));

        Assert.Equal((4, 4), (report.Added, report.Reasons["circular"]));

        // A date that leads to a series, though not back, is still one of its dates.
        var days = (await LinkedEventsImports.EventsAsync(folder)).OrderBy(told => told.Key, StringComparer.Ordinal).Select(told => $"{told.Key} {string.Join(' ', told.Value.Occurrences.Select(date => date.StartsAt.Day))}");
        Assert.Equal(["a 12", "b 13", "c 16", "d 15"], days);
    }

    [Theory]
    [InlineData(62.89, 27.68, "297", null, 62.89)]
    [InlineData(27.68, 62.89, "297", "coordinates-turned", 62.89)]
    [InlineData(27.68, 62.89, "091", "coordinates-swapped", null)]
    [InlineData(27.68, 62.89, null, "coordinates-swapped", null)]
    [InlineData(0, 0, "297", "coordinates-none", null)]
    [InlineData(double.NaN, 27.68, "297", "coordinates-none", null)]
    [InlineData(912, 27.68, "297", "coordinates-none", null)]
    public void Latitude_and_longitude_the_wrong_way_round_are_told_and_turned_only_where_the_municipality_proves_it(double latitude, double longitude, string? municipality, string? reason, double? north)
    {
        var told = new List<string>();

        var point = PointReader.Read(latitude, longitude, municipality, ImportFolder.Regions, (why, _) => told.Add(why));

        Assert.Equal(north, point?.Latitude);
        Assert.Equal(reason is null ? [] : [reason], told);
    }
}
