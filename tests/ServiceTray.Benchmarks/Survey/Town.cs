using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Benchmarks.Survey;

/// <summary>A made-up country's offerings, drawn by lot with one seed: groups that go on, events of one date and of every week, near the municipalities of Finland.</summary>
internal sealed class Town(Regions regions, DateTimeOffset now)
{
    /// <summary>How many are put into the database at once.</summary>
    public const int AtOnce = 5_000;

    private const int OfferingsPerOrganisation = 25;

    private static readonly string[] Doings = ["Kävelyryhmä", "Uintivuoro", "Kuoro", "Maalauspiiri", "Vertaisryhmä", "Ruokakurssi", "Neuvonta", "Työpaja", "Kahvihetki", "Luontoretki", "Tuolijumppa", "Lukupiiri"];
    private static readonly string[] Whom = ["aikuisille", "nuorille", "ikäihmisille", "perheille", "kaikille", "työttömille", "omaishoitajille"];

    private readonly Random random = new(2026);

    /// <summary>Puts so many into the database.</summary>
    public async Task FillAsync(IDbContextFactory<TrayContext> contexts, int count)
    {
        var organisations = await PutOrganisationsAsync(contexts, count, now);
        for (var from = 0; from < count; from += AtOnce)
        {
            var places = new List<Place>();
            var offerings = new List<Offering>();
            for (var i = from; i < Math.Min(count, from + AtOnce); i++)
            {
                places.Add(PlaceOf(i));
                offerings.Add(OfferingOf(i, organisations[random.Next(organisations.Count)], places[^1]));
            }

            await PutAsync(contexts, places);
            await PutAsync(contexts, offerings);
        }
    }

    /// <summary>Puts the organisations of so many offerings into the database.</summary>
    public static async Task<List<Organisation>> PutOrganisationsAsync(IDbContextFactory<TrayContext> contexts, int offerings, DateTimeOffset now)
    {
        var organisations = Enumerable.Range(0, Math.Max(1, offerings / OfferingsPerOrganisation)).Select(number => new Organisation
        {
            Id = Source.IdOf("bench", $"o{number}"), Name = LocalizedText.Of($"Yhdistys {number} ry"), Kind = OrganisationKind.Association, Source = new Source("bench", $"o{number}"), UpdatedAt = now,
        }).ToList();
        await PutAsync(contexts, organisations);
        return organisations;
    }

    /// <summary>Puts rows into the database at once.</summary>
    public static async Task PutAsync<T>(IDbContextFactory<TrayContext> contexts, IEnumerable<T> things)
        where T : class
    {
        await using var context = await contexts.CreateDbContextAsync();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.AddRange(things);
        await context.SaveChangesAsync();
    }

    private Place PlaceOf(int number)
    {
        var municipality = Pick(regions.Municipalities);
        return new Place
        {
            Id = Source.IdOf("bench", $"p{number}"),
            Name = LocalizedText.Of($"Talo {number}"),
            Municipality = municipality.Code,
            Coordinates = NearOne(municipality),
        };
    }

    private Offering OfferingOf(int number, Organisation organisation, Place place)
    {
        var (id, key) = (Source.IdOf("bench", $"{number}"), number.ToString(CultureInfo.InvariantCulture));
        var name = LocalizedText.Of($"{Pick(Doings)} {Pick(Whom)}");
        var themes = random.GetItems(Enum.GetValues<ThemeCode>(), random.Next(1, 3)).Distinct().ToList();
        Offering offering = random.Next(3) == 0
            ? new Event { Id = id, Name = name, Themes = themes, OrganisationId = organisation.Id, Source = new Source("bench", key), UpdatedAt = now, Occurrences = random.Next(2) == 0 ? [Once()] : [], Recurrence = null }
            : new Activity { Id = id, Name = name, Themes = themes, OrganisationId = organisation.Id, Source = new Source("bench", key), UpdatedAt = now };
        if (offering is Event { Occurrences.Count: 0 } || random.Next(4) == 0)
        {
            offering.Recurrence = new Recurrence(HelsinkiTime.Local(now).DateTime.Date.AddDays(-random.Next(300)).AddHours(random.Next(8, 20)), TimeSpan.FromMinutes(90), new RecurrenceRule(RecurrenceFrequency.Weekly));
        }

        offering.PlaceIds = [place.Id];
        offering.Price = random.Next(3) switch { 0 => Price.NotTold, 1 => new Price(true, null, LocalizedText.Empty), _ => new Price(false, 5, LocalizedText.Empty) };
        offering.LowThreshold = random.Next(2) == 0;
        offering.Languages = random.Next(10) == 0 ? ["fi", "sv"] : ["fi"];
        offering.Modes = [AttendanceMode.InPerson];
        return offering;
    }

    private Coordinates NearOne(Region municipality) =>
        new(municipality.Centre.Latitude + ((random.NextDouble() - 0.5) / 5), municipality.Centre.Longitude + ((random.NextDouble() - 0.5) / 2.5));

    private Occurrence Once()
    {
        var start = now.AddDays(random.Next(1, 60));
        return new Occurrence(start, start.AddHours(2));
    }

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
