using System.Net;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A date that is moved, put off or called off says so wherever dates are told.</summary>
public sealed class CalledOff
{
    // It is Sunday 22 November 2026; all are on Tuesdays at 10.
    private static readonly DateTime Tuesday = new(2026, 11, 24, 10, 0, 0);

    [Theory]
    [InlineData("Cancelled", "Peruttu: tiistai 24.11.2026 klo 10.00–11.30", "Inställt: tisdag 24.11.2026", "CANCELLED", "CANCELLED")]
    [InlineData("Postponed", "Siirretty myöhemmäksi: tiistai 24.11.2026 klo 10.00–11.30", "Uppskjutet: tisdag 24.11.2026", "CANCELLED", "POSTPONED")]
    [InlineData("Moved", "keskiviikko 25.11.2026 klo 12.00–13.30. Siirretty. Alkuperäinen aika oli tiistai 24.11.2026 klo 10.00", "onsdag 25.11.2026", "CONFIRMED", "MOVED")]
    public async Task A_date_says_so_on_card_page_and_feeds(string status, string fi, string sv, string calendar, string word)
    {
        await using var tray = await TrayApp.StartAsync("none");
        var changed = Enum.Parse<EventStatus>(status);
        var happening = OwnOfferings.Event("a", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0), changes:
            [changed == EventStatus.Moved ? new ChangedDate(Tuesday, changed, new DateTime(2026, 11, 25, 12, 0, 0)) : new ChangedDate(Tuesday, changed)]));
        await tray.PutAsync([happening]);

        Assert.Contains(fi, Assert.Single((await PageVisit.GetAsync(tray, "/haku")).All("li.card")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(sv, Assert.Single((await PageVisit.GetAsync(tray, "/haku?lang=sv")).All("li.card")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(fi, WebUtility.HtmlDecode((await tray.GetAsync("/api/v1/offerings.rss?lang=fi")).Text), StringComparison.OrdinalIgnoreCase);
        var page = await PageVisit.GetAsync(tray, $"/tarjonta/{happening.Id}");
        Assert.NotEmpty(page.All(".dates li strong"));
        var dates = (await tray.GetAsync("/api/v1/offerings.ics")).Text.Split("BEGIN:VEVENT");
        Assert.Contains($"STATUS:{calendar}", Assert.Single(dates, date => date.Contains("RECURRENCE-ID;TZID=Europe/Helsinki:20261124T100000", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains($"\"{word}\"", (await tray.GetAsync($"/api/v1/offerings/{happening.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_elsewhere_says_where()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var happening = OwnOfferings.Event("a", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0), changes: [new ChangedDate(Tuesday, EventStatus.Scheduled, place: "Kirjasto <2>")]));
        await tray.PutAsync([happening]);

        Assert.Contains("tiistai 24.11.2026 klo 10.00–11.30. Kirjasto <2>", Assert.Single((await PageVisit.GetAsync(tray, "/haku")).All("li.card")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Kirjasto <2>", Assert.Single((await PageVisit.GetAsync(tray, $"/tarjonta/{happening.Id}")).All(".dates li strong")).Trim());
        var told = await tray.QueryAsync($"{{ offering(id: \"{happening.Id}\") {{ occurrences(first: 2) {{ elsewhere }} }} }}");
        Assert.Equal(["Kirjasto <2>", null], told.GetProperty("offering").GetProperty("occurrences").EnumerateArray().Select(date => date.GetProperty("elsewhere").GetString()));
        Assert.Contains("\"elsewhere\":\"Kirjasto", (await tray.GetAsync($"/api/v1/offerings/{happening.Id}")).Text, StringComparison.Ordinal);
        var dates = (await tray.GetAsync("/api/v1/offerings.ics")).Text.Split("BEGIN:VEVENT");
        Assert.Contains("Kirjasto <2>", Assert.Single(dates, date => date.Contains("RECURRENCE-ID", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(dates, date => date.Contains("LOCATION", StringComparison.Ordinal));
        Assert.Contains("\"location\":{\"@type\":\"Place\",\"name\":\"Kirjasto", (await tray.GetAsync($"/tarjonta/{happening.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_of_it_says_so()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var happening = OwnOfferings.Event("a", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0)));
        happening.Status = EventStatus.Cancelled;
        await tray.PutAsync([happening]);
        Assert.Contains("Peruttu", Assert.Single((await PageVisit.GetAsync(tray, "/haku")).All("li.card")), StringComparison.Ordinal);
        Assert.Contains("Peruttu", (await PageVisit.GetAsync(tray, $"/tarjonta/{happening.Id}")).Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Peruttu", (await tray.GetAsync("/api/v1/offerings.rss?lang=fi")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("STATUS:CONFIRMED", (await tray.GetAsync("/api/v1/offerings.ics")).Text, StringComparison.Ordinal);
        Assert.Contains("https://schema.org/EventCancelled", (await tray.GetAsync($"/tarjonta/{happening.Id}")).Text, StringComparison.Ordinal);
    }
}
