using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Publishing;
using ServiceTray.Publishing.Series;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>Dates that come again are written as people say them, told back in three languages, and moved on by a year in one tap.</summary>
public sealed class SeriesDrafts(SmallTray small) : IClassFixture<SmallTray>
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private static readonly (string Name, string Value)[] Words = [("summary", "Tule mukaan."), ("theme", "MOVEMENT"), ("area", "70100"), ("kind", "EVENT"), ("from", "10:00"), ("to", "11.30")];

    private readonly TrayApp tray = small.App;

    // The year's calendar was looked at by hand: 1.12.2026 is a Tuesday, 6.1.2027 and 24.12.2026 are no Tuesdays, 22. and 29.12. are.
    [Theory]
    [InlineData("WEEKLY", "2026-12-01", "2026-12-31", "", "22.12.", "2026-12-01 2026-12-08 2026-12-15 2026-12-29")]
    [InlineData("WEEKLY", "2026-12-01", "2026-12-11", "Tuesday Thursday", "", "2026-12-01 2026-12-03 2026-12-08 2026-12-10")]
    [InlineData("EVERY_SECOND_WEEK", "2026-12-01", "2027-01-31", "", "29.12.2026, 2027-01-12", "2026-12-01 2026-12-15 2027-01-26")]
    [InlineData("MONTHLY", "2026-12-08", "2027-03-31", "", "", "2026-12-08 2027-01-12 2027-02-09 2027-03-09")]
    [InlineData("MONTHLY_LAST", "2026-12-29", "2027-03-31", "", "26.1.", "2026-12-29 2027-02-23 2027-03-30")]
    public async Task Come_on_the_days_that_were_meant(string repeat, string day, string until, string weekdays, string notOn, string expected)
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await WriteAsync(publisher, [("name", $"Toistuva {repeat}"), .. Words, ("repeat", repeat), ("day", day), ("until", until), ("notOn", notOn), .. weekdays.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(weekday => ("weekday", weekday))]);
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        var offering = await OfferingAsync(page);
        Assert.Equal(expected.Split(' '), offering.OccurrencesBetween(TrayApp.Now, null).Take(20).Select(date => $"{HelsinkiTime.Local(date.StartsAt):yyyy-MM-dd}"));
        Assert.All(offering.OccurrencesBetween(TrayApp.Now, null), date => Assert.Equal("10.00–11.30", $"{HelsinkiTime.Local(date.StartsAt):H.mm}–{HelsinkiTime.Local(date.EndsAt):H.mm}"));

        // Saved once more as the form shows it, it is the same.
        var form = await PageVisit.ReadAsync(await publisher.Client.GetAsync(page));
        Assert.Equal(repeat, form.Document.QuerySelector("#repeat option[selected]")!.GetAttribute("value"));
        Assert.Equal((day, until), (form.Document.QuerySelector("#day")!.GetAttribute("value"), form.Document.QuerySelector("#until")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Through_a_night_end_the_day_after()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        (string, string)[] night = [.. Words.Where(one => one.Name is not ("from" or "to")), ("from", "21:00"), ("to", "01:30"), ("day", "2026-12-01")];
        foreach (var (name, rhythm) in new (string, (string, string)[])[] { ("Yökävely", [("weeks", "2")]), ("Yösoitto", [("repeat", "WEEKLY"), ("until", "2026-12-08")]) })
        {
            var page = await WriteAsync(publisher, [("name", name), .. night, .. rhythm]);
            Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
            Assert.Equal(["1.12. 21.00–2.12. 1.30", "8.12. 21.00–9.12. 1.30"], (await OfferingAsync(page)).OccurrencesBetween(TrayApp.Now, null).Select(date => $"{HelsinkiTime.Local(date.StartsAt):d.M. H.mm}–{HelsinkiTime.Local(date.EndsAt):d.M. H.mm}"));
            Assert.Equal(("21:00", "01:30"), await ClockOfAsync(publisher, page));
        }

        var group = await WriteAsync(publisher, [("name", "Yökahvila"), .. night.Where(one => one.Item1 is not ("kind" or "day")), ("kind", "ACTIVITY"), ("weekday", "Friday")]);
        Assert.Equal(302, (int)(await publisher.SendAsync(group, $"{group}/julkaise")).StatusCode);
        Assert.Equal(("21:00", "01:30"), await ClockOfAsync(publisher, group));
    }

    private static async Task<(string?, string?)> ClockOfAsync(Person publisher, string page)
    {
        var form = (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document;
        return (form.QuerySelector("#from")!.GetAttribute("value"), form.QuerySelector("#to")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Are_told_back_in_three_languages_before_anybody_sees_them()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await WriteAsync(publisher, [("name", "Jumppa"), .. Words, ("repeat", "EVERY_SECOND_WEEK"), ("day", "2026-12-01"), ("until", "2027-02-28"), ("notOn", "29.12."), ("notOnHolidays", "yes")]);
        var told = (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document.QuerySelectorAll("#series .told li").Select(line => (line.GetAttribute("lang"), line.TextContent)).ToList();
        Assert.Equal(["fi", "sv", "en"], told.Select(line => line.Item1));
        Assert.StartsWith("Joka toinen tiistai", told[0].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Varannan tisdag", told[1].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Every other Tuesday", told[2].TextContent, StringComparison.Ordinal);
        Assert.All(told, line => Assert.Contains("29", line.TextContent, StringComparison.Ordinal));
        Assert.Contains("Joka toinen tiistai", (await PageVisit.ReadAsync(await publisher.Client.GetAsync($"{page}/esikatselu"))).Main.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("day", "", "#dates")]
    [InlineData("day", "2026-12-02", "#dates")]
    [InlineData("until", "2026-11-01", "#until")]
    [InlineData("until", "2099-11-01", "#until")]
    [InlineData("notOn", "jouluna", "#notOn")]
    [InlineData("notOn", "31.2.", "#notOn")]
    [InlineData("to", "09:00", "#times")]
    public async Task What_makes_no_series_is_told_at_its_field_and_kept_as_typed(string field, string value, string anchor)
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        (string Name, string Value)[] fields = [("name", "Vika"), .. Words, ("repeat", "WEEKLY"), ("weekday", "Tuesday"), ("day", "2026-12-01"), ("until", "2026-12-31"), ("notOn", "")];
        var answer = await PageVisit.ReadAsync(await publisher.SendAsync($"/oma/tarjonta/uusi/{Walkers}", $"/oma/tarjonta/uusi/{Walkers}", [.. fields.Where(one => one.Name != field), (field, value)]));
        Assert.Equal(422, answer.Status);
        Assert.Equal(anchor, answer.Document.QuerySelector("#problems a")!.GetAttribute("href"));
        Assert.Equal("WEEKLY", answer.Document.QuerySelector("#repeat option[selected]")!.GetAttribute("value"));
        Assert.Equal(value, answer.Document.QuerySelector($"[name={field}]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Last_years_is_copied_in_one_tap_to_a_draft_a_year_on()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await WriteAsync(publisher, [("name", "Joulukävely"), .. Words, ("day", "2025-12-13"), ("weeks", "2")]);
        var list = await PageVisit.ReadAsync(await publisher.Client.GetAsync("/oma/tarjonta"));
        Assert.Single(list.Document.QuerySelectorAll($"form[action='{page}/kopioi']"));
        var copied = await publisher.SendAsync("/oma/tarjonta", $"{page}/kopioi");
        Assert.Equal(302, (int)copied.StatusCode);
        var copy = copied.Headers.Location!.OriginalString;
        Assert.NotEqual(page, copy);
        var form = (await PageVisit.ReadAsync(await publisher.Client.GetAsync(copy))).Document;

        // Saturdays both: the second of December 2025 and of 2026.
        Assert.Equal(("Joulukävely", "2026-12-12", "2"), (form.QuerySelector("#name")!.GetAttribute("value"), form.QuerySelector("#day")!.GetAttribute("value"), form.QuerySelector("#weeks")!.GetAttribute("value")));
        Assert.Equal(404, (int)(await tray.Client.GetAsync($"/tarjonta/{copy.Split('/')[^1]}")).StatusCode);
        Assert.Equal("2025-12-13", (await PageVisit.ReadAsync(await publisher.Client.GetAsync(page))).Document.QuerySelector("#day")!.GetAttribute("value"));

        // Another organisation's is as if it was not there, also for who sends the form by herself.
        var city = Source.IdOf("seed", "organisation:kaupunki");
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Publisher, city));
        var hers = await PageVisit.ReadAsync(await other.Client.GetAsync($"/oma/tarjonta/uusi/{city}"));
        using var forged = new FormUrlEncodedContent(PageVisit.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)hers.Document.QuerySelector("form[action^='/oma/tarjonta/uusi']")!).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        Assert.Equal(404, (int)(await other.Client.PostAsync($"{page}/kopioi", forged)).StatusCode);
    }

    [Fact]
    public void A_year_on_each_date_keeps_its_weekday_and_comes_within_four_days_of_a_year()
    {
        var random = new Random(6);
        for (var round = 0; round < 500; round++)
        {
            var today = new DateOnly(2026, 11, 22);
            var first = today.AddDays(-random.Next(3_000));
            var rhythm = Enum.GetValues<DraftRhythm>()[random.Next(4)];
            var isMonthly = rhythm is DraftRhythm.Monthly or DraftRhythm.MonthlyLast;
            first = rhythm == DraftRhythm.MonthlyLast ? new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)).AddDays(-random.Next(7)) : first;
            var series = new DraftSeries(first, new TimeOnly(10, 0), new TimeOnly(11, 0), rhythm, [], first.AddDays(100), isMonthly ? [] : [first.AddDays(14)], false);
            var moved = YearOn.Of(new DraftContent { Series = series }, today).Series!;
            var years = Enumerable.Range(1, 20).First(count => moved.First <= first.AddYears(count).AddDays(8));
            Assert.Equal(first.DayOfWeek, moved.First.DayOfWeek);
            Assert.True(moved.First >= today, $"{first} {moved.First}");
            Assert.InRange(Math.Abs(moved.First.DayNumber - first.AddYears(years).DayNumber), 0, isMonthly ? 8 : 3);
            Assert.True(moved.BeginsInRhythm);
            Assert.All(moved.NotOn, day => Assert.Equal(14, day.DayNumber - moved.First.DayNumber));
            if (rhythm == DraftRhythm.Monthly && DraftSeries.OrdinalOf(first) < 5)
            {
                Assert.Equal((first.Month, DraftSeries.OrdinalOf(first)), (moved.First.Month, DraftSeries.OrdinalOf(moved.First)));
            }

            // Kept and read again it is the same.
            Assert.Equal(moved with { Weekdays = rhythm is DraftRhythm.Weekly or DraftRhythm.EverySecondWeek ? [first.DayOfWeek] : [] }, DraftSeries.Of(moved.AsRecurrence()));
        }
    }

    [Fact]
    public async Task Words_are_translated_beside_their_source_and_no_other_language_is_touched()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await WriteAsync(publisher, [("name", "Kuoro"), .. Words, ("nameEn", "Choir"), ("description", "Laulamme yhdessä.\n\nKaikki osaavat laulaa."), ("day", "2026-12-01")]);
        var beside = (await PageVisit.ReadAsync(await publisher.Client.GetAsync($"{page}/kaannos/sv"))).Document;
        Assert.Equal(["Laulamme yhdessä.", "Kaikki osaavat laulaa."], beside.QuerySelectorAll("#description-source p").Select(line => line.TextContent));
        Assert.Equal("sv", beside.QuerySelector("#description")!.GetAttribute("lang"));
        Assert.Equal(302, (int)(await publisher.SendAsync($"{page}/kaannos/sv", $"{page}/kaannos/sv", ("name", "Kör"), ("summary", "Kom med."), ("description", "Vi sjunger tillsammans."))).StatusCode);
        var draft = await DraftAsync(page);
        Assert.Equal(LocalizedText.Of("Kuoro", "Kör", "Choir").OrderBy(text => text.Language), draft.Content.Name.OrderBy(text => text.Language));
        Assert.Equal(("Laulamme yhdessä.\n\nKaikki osaavat laulaa.", "Vi sjunger tillsammans."), (draft.Content.Description.In("fi")!.Value, draft.Content.Description.In("sv")!.Value));

        // Who began before somebody else saved is told, and keeps what she typed.
        var late = await PageVisit.ReadAsync(await publisher.SendAsync($"{page}/kaannos/en", $"{page}/kaannos/en", ("version", "1"), ("name", "Singers")));
        Assert.Equal((422, "Singers"), (late.Status, late.Document.QuerySelector("#name")!.GetAttribute("value")));
        Assert.Equal(404, (int)(await publisher.Client.GetAsync($"{page}/kaannos/de")).StatusCode);
    }

    private static async Task<string> WriteAsync(Person person, params (string Name, string Value)[] fields)
    {
        var made = await person.SendAsync($"/oma/tarjonta/uusi/{Walkers}", $"/oma/tarjonta/uusi/{Walkers}", fields);
        Assert.Equal(302, (int)made.StatusCode);
        return made.Headers.Location!.OriginalString;
    }

    private async Task<Draft> DraftAsync(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1], CultureInfo.InvariantCulture);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Set<Draft>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    private async Task<Offering> OfferingAsync(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1], CultureInfo.InvariantCulture);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Offerings.AsNoTracking().SingleAsync(row => row.Id == id);
    }
}
