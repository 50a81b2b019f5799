using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Benchmarks.Search;
using ServiceTray.Benchmarks.Survey;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Benchmarks.Http;

/// <summary>The made-up offerings that the search engine alone is measured with, in a tray's database, so that both are asked the same work.</summary>
internal sealed class MadeCountry(Regions regions, DateTimeOffset now)
{
    private const int Seed = 2026;

    /// <summary>Two words that somebody may ask, and where.</summary>
    public static IReadOnlyList<MadeQuestion> Asked(int count) => new Made(Seed).Questions(count);

    /// <summary>Puts so many into the database.</summary>
    public async Task FillAsync(IDbContextFactory<TrayContext> contexts, int count)
    {
        var organisations = await Town.PutOrganisationsAsync(contexts, count, now);
        foreach (var some in new Made(Seed).Offerings(count).Chunk(Town.AtOnce))
        {
            var places = Array.ConvertAll(some, PlaceOf);
            await Town.PutAsync(contexts, places);
            await Town.PutAsync(contexts, some.Zip(places, (made, place) => OfferingOf(made, organisations[made.Number % organisations.Count], place)));
        }
    }

    private Place PlaceOf(MadeOffering made) => new()
    {
        Id = Source.IdOf("bench", $"p{made.Number}"),
        Name = LocalizedText.Of($"Talo {made.Number}"),
        Municipality = regions.Municipalities[made.Municipality % regions.Municipalities.Count].Code,
        Coordinates = new Coordinates(made.Point.Latitude, made.Point.Longitude),
    };

    private Activity OfferingOf(MadeOffering made, Organisation organisation, Place place)
    {
        var key = made.Number.ToString(CultureInfo.InvariantCulture);
        return new Activity
        {
            Id = Source.IdOf("bench", key),
            Source = new Source("bench", key),
            Name = LocalizedText.Of(made.Title),
            Description = LocalizedText.Of(made.Text),
            Themes = [.. made.Themes.Select(theme => Enum.GetValues<ThemeCode>()[theme])],
            OrganisationId = organisation.Id,
            PlaceIds = [place.Id],
            Languages = ["fi"],
            Modes = [AttendanceMode.InPerson],
            UpdatedAt = now,
        };
    }
}
