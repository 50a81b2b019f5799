using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Import;
using ServiceTray.Import.Lahella;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.Lahella;

/// <summary>Exports in the shape that Lähellä.fi answers.</summary>
public sealed class LahellaImports
{
    private static readonly TermRules Rules = TermRules.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "themes", "term-rules.json"));

    [Fact]
    public async Task Everything_an_activity_tells_is_on_the_tray()
    {
        await using var folder = await ImportFolder.OpenAsync();

        var report = await RunAsync(folder, AnActivity());

        Assert.Equal((1, 0), (report.Added, report.Reasons.Count));
        await using var context = await folder.ContextAsync();
        var activity = Assert.IsType<Activity>(await context.Offerings.SingleAsync());
        Assert.Equal(("Taiji-kurssi", "Tai chi course"), (activity.Name.In("fi")!.Value, activity.Name.In("en")!.Value));
        Assert.Equal("Kuvaus kurssista\n\nIlmoittaudu", activity.Description.Pick(Language.Fi).Value);
        Assert.Equal([ThemeCode.Movement, ThemeCode.Mind], activity.Themes);
        Assert.Equal((18, (int?)null), (activity.Ages.Minimum!.Value, activity.Ages.Maximum));
        Assert.Equal(["fi", "fse"], activity.Languages);
        Assert.Equal((false, "100 euroa"), (activity.Price.Free!.Value, activity.Price.Description.Pick(Language.Fi).Value));
        Assert.Equal([AttendanceMode.InPerson, AttendanceMode.Online], activity.Modes);
        Assert.Equal([AccessMode.Booking], activity.Access);
        Assert.Equal([AccessibilityAspect.Wheelchair], activity.Accessibility.Select(fact => fact.Aspect));
        Assert.Equal([(ContactKind.Phone, "017 000 0000"), (ContactKind.Email, "ilmo@example.fi")], activity.Contacts.Select(contact => (contact.Kind, contact.Value)));
        Assert.Equal(["https://example.fi/taiji", "https://example.fi/ilmo"], activity.Links.Select(link => link.Url));
        Assert.Equal(["297"], activity.Availability.Regions);
        Assert.Equal("CC BY 4.0", activity.Source.Licence);

        // Tuesdays and Fridays of its first three weeks, but not on the day that is left out: by a wall calendar.
        Assert.Equal(
            ["2027-01-12 18:00", "2027-01-15 18:00", "2027-01-22 18:00", "2027-01-26 18:00"],
            activity.OccurrencesBetween(TrayApp.Now, null).Take(4).Select(date => $"{HelsinkiTime.Local(date.StartsAt):yyyy-MM-dd HH:mm}"));
        Assert.Equal(TimeSpan.FromMinutes(90), activity.Recurrence!.Length);
        Assert.Equal(new DateOnly(2027, 5, 28), activity.Recurrence.Rule!.Until);
        var place = await context.Places.SingleAsync();
        Assert.Equal(("Mallikatu 5", "70100", "297"), (place.StreetAddress.Pick(Language.Fi).Value, place.PostalCode, place.Municipality));
        Assert.Equal((62.89, 27.68), (place.Coordinates!.Latitude, place.Coordinates.Longitude));
        Assert.Equal("Mallin taiji ry", (await context.Organisations.SingleAsync()).Name.Pick(Language.Fi).Value);
    }

    [Fact]
    public async Task Weekdays_with_hours_of_their_own_are_hours_and_single_dates_make_an_event()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var hours = AnActivity("2", traits => traits["channels"]![0]!["events"]![0]!["recurrence"]!["daySpecificTimes"]![1]!["startTime"] = "16:30");
        var dated = AnActivity("3", traits => traits["channels"]![0]!["events"] = JsonNode.Parse($"[{{\"start\":{Millisecond(2027, 3, 6, 12)},\"end\":{Millisecond(2027, 3, 6, 15)},\"timeZone\":\"Europe/Helsinki\"}}]"));

        await RunAsync(folder, hours, dated);

        await using var context = await folder.ContextAsync();
        var weekly = Assert.IsType<Activity>(await context.Offerings.SingleAsync(offering => offering.Source.Id == "2"));
        Assert.Null(weekly.Recurrence);
        Assert.Equal(
            [([DayOfWeek.Tuesday], new TimeOnly(18, 0), false), ([DayOfWeek.Friday], new TimeOnly(16, 30), false), ([], null, true)],
            weekly.OpeningHours.Select(told => (told.Weekdays.ToArray(), told.Opens, told.Closed)));
        var once = Assert.IsType<Event>(await context.Offerings.SingleAsync(offering => offering.Source.Id == "3"));
        Assert.Equal(TimeSpan.FromHours(3), Assert.Single(once.Occurrences).EndsAt - once.Occurrences[0].StartsAt);
    }

    [Fact]
    public async Task A_page_of_items_is_counted_each_the_second_time_changes_nothing_and_a_tenth_less_leaves_stones()
    {
        await using var folder = await ImportFolder.OpenAsync();
        JsonObject[] all =
        [
            .. Enumerable.Range(1, 40).Select(i => AnActivity($"{i}")),
            AnActivity("draft", change: activity => activity["status"] = "draft"),
            AnActivity("past", change: activity => activity["tags"]!["visibility"]!["end"] = Millisecond(2026, 1, 1, 0)),
            AnActivity("later", change: activity => activity["tags"]!["visibility"]!["start"] = Millisecond(2027, 1, 1, 0)),
            AnActivity("unthemed", traits => (traits["theme"], traits["format"], traits["translations"]!["fi"]!["name"], traits["translations"]!["en"]) = (new JsonArray("ht_digi_teknologia"), null, "Pelit", null)),
            AnActivity("nameless", traits => traits["translations"] = null),
            AnActivity("1"),
        ];

        var first = await RunAsync(folder, all);
        var state = await folder.StateAsync();
        var second = await RunAsync(folder, all);

        Assert.Equal((46, 40, 1), (first.Read["activities"], first.Added, first.Unthemed));
        Assert.Equal(
            [("no-longer-visible", 1), ("not-published", 1), ("not-yet-visible", 1), ("told-twice", 1)], first.Left.Select(left => (left.Key, left.Value)));
        Assert.Equal([("no-name", 1)], first.Reasons.Select(reason => (reason.Key, reason.Value)));
        Assert.Equal((0, 0, 40, 0), (second.Added, second.Changed, second.Unchanged, second.Removed));
        Assert.Equal(state, await folder.StateAsync());

        var third = await RunAsync(folder, [.. all.Skip(4).Take(all.Length - 5)]);
        Assert.Equal((4, 36), (third.Removed, third.Unchanged));
        Assert.Equal(["1", "2", "3", "4"], (await folder.StonesAsync()).Select(stone => stone.SourceId).Order());
    }

    [Fact]
    public async Task Any_field_may_be_null_and_what_is_no_activity_is_told()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var spots = Spots(AnActivity()).Count;
        var records = Enumerable.Range(0, spots).Select(i =>
        {
            var record = AnActivity($"n{i}");
            var clear = Spots(record)[i];
            clear();
            return record;
        }).ToList();

        var report = await RunAsync(folder, [.. records, new JsonObject { ["id"] = 5 }, AnActivity("odd", traits => traits["channels"] = "none")]);

        Assert.Equal((1, 1), (report.Reasons["unreadable"], report.Reasons["not-a-record"] - 1));
        Assert.InRange(report.Added, spots - 8, spots);
    }

    [Theory]
    [InlineData("""[{"start":-5,"recurrence":null}]""", "times-unreadable")]
    [InlineData("""[{"start":9223372036854775807}]""", "times-unreadable")]
    [InlineData("""[{"start":1800000000000,"recurrence":{"period":"P1Y"}}]""", "period-unknown")]
    [InlineData("""[{"start":1800000000000,"recurrence":{"period":"PT1S"}}]""", "period-unknown")]
    [InlineData("""[{"start":1800000000000,"recurrence":{"period":"P1W","daySpecificTimes":[{"weekday":9,"startTime":"25:00","endTime":"x"}]}}]""", "hours-unreadable")]
    public async Task Times_that_are_none_are_told_and_the_rest_is_shown(string events, string reason)
    {
        await using var folder = await ImportFolder.OpenAsync();

        var report = await RunAsync(folder, AnActivity("1", traits => traits["channels"]![0]!["events"] = JsonNode.Parse(events)));

        Assert.Equal((1, reason), (report.Added, Assert.Single(report.Problems).Reason));
    }

    private static async Task<ImportReport> RunAsync(ImportFolder folder, params JsonObject[] activities)
    {
        var page = new JsonObject { ["items"] = new JsonArray([.. activities.Select(activity => activity.DeepClone())]), ["total"] = activities.Length, ["hasMore"] = false };
        await File.WriteAllTextAsync(Path.Combine(folder.Files, "export.json"), page.ToJsonString());
        return await folder.RunAsync(new LahellaSource(new LahellaWish(folder.Files, true, "lahella", "Mallin taiji ry", "CC BY 4.0"), Rules, ImportFolder.Regions, new FixedClock(TrayApp.Now)));
    }

    private static long Millisecond(int year, int month, int day, int hour) => new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.FromHours(2)).ToUnixTimeMilliseconds();

    private static JsonObject AnActivity(string key = "12345", Action<JsonObject>? traits = null, Action<JsonObject>? change = null)
    {
        var activity = JsonNode.Parse($$"""
            { "_key": "{{key}}", "status": "published", "tags": { "visibility": { "start": {{Millisecond(2026, 1, 1, 0)}}, "end": {{Millisecond(2027, 12, 1, 0)}} } },
              "traits": {
                "type": "hobby", "requiredLocales": ["fi", "en"],
                "translations": {
                  "fi": { "name": "Taiji-kurssi", "summary": "<p dir=\"ltr\">Peruskurssi</p>", "description": "<p dir=\"ltr\">Kuvaus <b>kurssista</b></p>", "pricing": "<p>100 euroa</p>", "registration": "<p>Ilmoittaudu</p>" },
                  "en": { "name": "Tai chi course", "summary": "<p>Beginners</p>", "description": "<p>Course</p>" } },
                "theme": ["ht_hyvinvointi", "ht_urheilu"], "format": ["hm_harrastukset"], "locale": ["fi-FI", "fisl"],
                "demographic": ["ageGroup/range:18-29", "ageGroup/range:30-64", "ageGroup/range:65-99", "gender/gender"],
                "region": ["city/FI/Kuopio"], "pricing": ["paid"], "photo": "photo123", "photoAlt": "x",
                "contacts": [
                  { "id": "c1", "type": "www", "value": "https://example.fi/taiji", "translations": { "fi": { "description": "Lisätietoja" } } },
                  { "id": "c2", "type": "phone", "value": "017 000 0000", "translations": null } ],
                "channels": [ {
                  "id": "ch1", "type": ["hybrid"], "accessibility": ["ac_unknow", "ac_wheelchair"], "map": { "center": { "type": "Point", "coordinates": [27.68, 62.89] }, "zoom": 16 },
                  "translations": { "fi": { "address": { "street": "Mallikatu 5", "postalCode": "70100", "city": "Kuopio", "state": "Pohjois-Savo", "country": "FI" }, "summary": "<p>2. kerros</p>", "registration": "" } },
                  "registrationRequired": true, "registrationUrl": "https://example.fi/ilmo", "registrationEmail": "ilmo@example.fi",
                  "events": [ { "start": {{Millisecond(2027, 1, 11, 0)}}, "timeZone": "Europe/Helsinki", "type": "4",
                    "recurrence": { "period": "P1W", "end": {{Millisecond(2027, 5, 28, 20)}}, "exclude": [{{Millisecond(2027, 1, 19, 18)}}],
                      "daySpecificTimes": [ { "weekday": 2, "startTime": "18:00", "endTime": "19:30" }, { "weekday": 5, "startTime": "18:00", "endTime": "19:30" } ] } } ] } ] } }
            """)!.AsObject();
        traits?.Invoke(activity["traits"]!.AsObject());
        change?.Invoke(activity);
        return activity;
    }

    /// <summary>For each member and element of a record, however deep, a way to make it null.</summary>
    private static List<Action> Spots(JsonNode node) => node switch
    {
        JsonObject members => [.. members.ToList().SelectMany(member => Below(() => members[member.Key] = null, member.Value))],
        JsonArray elements => [.. elements.ToList().SelectMany((element, i) => Below(() => elements[i] = null, element))],
        _ => [],
    };

    private static IEnumerable<Action> Below(Action clear, JsonNode? node) => node is null ? [] : [clear, .. Spots(node)];
}
