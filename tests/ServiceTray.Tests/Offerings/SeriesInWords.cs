using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A series as people say it, in three languages.</summary>
public sealed class SeriesInWords
{
    private static readonly DateOnly Today = new(2026, 8, 20);

    [Fact]
    public void Says_what_the_paper_says()
    {
        var series = Series("2026-09-01T10:00", 90, "FREQ=WEEKLY;UNTIL=20261201", notOnHolidays: true);
        Assert.Equal("joka tiistai 10–11.30, 1.9.–1.12., ei pyhinä", RecurrenceWords.Of(series, Today, Language.Fi));
        Assert.Equal("varje tisdag kl. 10–11.30, 1.9–1.12, inte på helgdagar", RecurrenceWords.Of(series, Today, Language.Sv));
        Assert.Equal("every Tuesday 10:00–11:30, 1 Sept – 1 Dec, not on public holidays", RecurrenceWords.Of(series, Today, Language.En).Replace("1 Sep –", "1 Sept –", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FREQ=DAILY", "joka päivä", "varje dag", "every day")]
    [InlineData("FREQ=DAILY;INTERVAL=2", "joka toinen päivä", "varannan dag", "every other day")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH,MO", "joka maanantai ja torstai", "varje måndag och torsdag", "every Monday and Thursday")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "maanantaista perjantaihin", "måndag till fredag", "Monday to Friday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "joka toinen tiistai", "varannan tisdag", "every other Tuesday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3;BYDAY=WE", "3 viikon välein keskiviikkoisin", "med 3 veckors mellanrum på onsdagar", "every 3 weeks on Wednesdays")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU", "joka kuukauden ensimmäinen tiistai", "första tisdagen i varje månad", "the first Tuesday of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-1", "joka kuukauden viimeinen sunnuntai", "sista söndagen i varje månad", "the last Sunday of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,3MO", "joka kuukauden ensimmäinen ja kolmas maanantai", "första och tredje måndagen i varje månad", "the first and third Monday of every month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", "joka kuukauden 15. päivä", "den 15 i varje månad", "day 15 of every month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "joka kuukauden viimeinen päivä", "sista dagen i varje månad", "the last day of every month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-2", "joka kuukauden toiseksi viimeinen päivä", "näst sista dagen i varje månad", "the second to last day of every month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1,15,1", "joka kuukauden 1., 15. ja viimeinen päivä", "den 1, 15 och sista dagen i varje månad", "day 1, 15 and the last day of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "joka kuukauden viimeinen arkipäivä", "sista vardagen i varje månad", "the last weekday of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,-1", "joka kuukauden ensimmäinen ja viimeinen päivä", "första och sista dagen i varje månad", "the first and last day of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1", "joka kuukauden ensimmäinen lauantai tai sunnuntai", "första lördagen eller söndagen i varje månad", "the first Saturday or Sunday of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=3TH,1MO", "joka kuukauden ensimmäinen maanantai ja kolmas torstai", "första måndagen och tredje torsdagen i varje månad", "the first Monday and third Thursday of every month")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=-2FR", "joka toisen kuukauden toiseksi viimeinen perjantai", "näst sista fredagen i varannan månad", "the second to last Friday of every other month")]
    [InlineData("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=8,9,10,11,12,13,14", "joka kuukauden toinen lauantai", "andra lördagen i varje månad", "the second Saturday of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "joka kuukauden 13. päivä, kun se on perjantai", "den 13 i varje månad, när det är en fredag", "day 13 of every month, when it is a Friday")]
    [InlineData("FREQ=DAILY;BYMONTHDAY=1", "joka kuukauden 1. päivä", "den 1 i varje månad", "day 1 of every month")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1", "joka perjantai", "varje fredag", "every Friday")]
    [InlineData("FREQ=WEEKLY;BYDAY=SU,TU;BYSETPOS=1;WKST=SU", "joka sunnuntai", "varje söndag", "every Sunday")]
    [InlineData("FREQ=WEEKLY;BYMONTH=6,7", "joka tiistai kesäkuussa ja heinäkuussa", "varje tisdag i juni och juli", "every Tuesday in June and July")]
    [InlineData("FREQ=DAILY;BYMONTH=12", "joka päivä joulukuussa", "varje dag i december", "every day in December")]
    [InlineData("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "joka vuosi toukokuun toinen sunnuntai", "varje år andra söndagen i maj", "every year on the second Sunday of May")]
    [InlineData("FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=1", "joka vuosi maaliskuun ja syyskuun 1. päivä", "varje år den 1 i mars och september", "every year on day 1 of March and September")]
    [InlineData("FREQ=MONTHLY;BYMONTH=6;BYDAY=MO", "joka maanantai kesäkuussa", "varje måndag i juni", "every Monday in June")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=MO", "useana päivänä", "flera dagar", "on several days")]
    [InlineData("FREQ=YEARLY;BYDAY=TU", "joka tiistai", "varje tisdag", "every Tuesday")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=2SU", "useana päivänä", "flera dagar", "on several days")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-7", "useana päivänä", "flera dagar", "on several days")]
    [InlineData("FREQ=YEARLY;BYMONTH=5,6;BYDAY=SU;BYSETPOS=1", "useana päivänä", "flera dagar", "on several days")]
    [InlineData("FREQ=YEARLY", "joka vuosi 1.9.", "varje år 1.9", "every year on 1 Sep")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO", "useana päivänä", "flera dagar", "on several days")]
    public void Says_its_rule(string rule, string fi, string sv, string en)
    {
        var series = Series("2026-09-01T10:00", 60, rule);
        Assert.StartsWith(fi + " 10–11", RecurrenceWords.Of(series, Today, Language.Fi), StringComparison.Ordinal);
        Assert.StartsWith(sv + " kl. 10–11", RecurrenceWords.Of(series, Today, Language.Sv), StringComparison.Ordinal);
        Assert.StartsWith(en, RecurrenceWords.Of(series, Today, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_it_begins_and_ends_with_years_where_they_are_needed()
    {
        Assert.EndsWith(", 1.9. alkaen", RecurrenceWords.Of(Series("2026-09-01T10:00", 60, "FREQ=WEEKLY"), Today, Language.Fi), StringComparison.Ordinal);
        Assert.EndsWith("10–11", RecurrenceWords.Of(Series("2025-09-02T10:00", 60, "FREQ=WEEKLY"), Today, Language.Fi), StringComparison.Ordinal);
        Assert.EndsWith(", 1.9.2026–25.5.2027", RecurrenceWords.Of(Series("2026-09-01T10:00", 60, "FREQ=WEEKLY;UNTIL=20270530"), Today, Language.Fi), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_dates_are_left_out_and_added()
    {
        var series = new Recurrence(
            new DateTime(2026, 9, 1, 10, 0, 0),
            TimeSpan.FromHours(1),
            new RecurrenceRule(RecurrenceFrequency.Weekly),
            leftOut: [new DateTime(2026, 12, 29, 10, 0, 0), new DateTime(2026, 8, 1, 10, 0, 0)],
            added: [new DateTime(2026, 12, 30, 10, 0, 0)]);
        Assert.EndsWith("ei 29.12., lisäksi 30.12.", RecurrenceWords.Of(series, Today, Language.Fi), StringComparison.Ordinal);
    }

    private static Recurrence Series(string start, int minutes, string rule, bool notOnHolidays = false)
    {
        var from = DateTime.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        return new Recurrence(from, TimeSpan.FromMinutes(minutes), RecurrenceRuleText.Read(rule, until => RecurrenceText.LastDay(until, from), out _), notOnHolidays: notOnHolidays);
    }
}
