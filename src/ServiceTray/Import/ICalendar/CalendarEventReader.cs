using System.Globalization;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.ICalendar;

/// <summary>An event of a calendar into ours.</summary>
internal sealed class CalendarEventReader(CalendarWish wish, TermRules rules, Regions regions, Gazetteer gazetteer, DateTimeOffset fetchedAt)
{
    private readonly HashSet<Guid> places = [];

    private Guid OrganisationId => Source.IdOf(wish.Name, "organization");

    /// <summary>Whose calendar it is.</summary>
    public IncomingOrganisation Organisation()
    {
        var name = LocalizedText.Of((wish.Language, wish.Organisation));
        return new IncomingOrganisation(new Organisation
        {
            Id = OrganisationId,
            Name = name,
            Kind = NamedKind.Of(name) ?? OrganisationKind.Other,
            Source = new Source(wish.Name, "organization", wish.Licence, fetchedAt),
        });
    }

    public Guid IdOf(string uid) => Source.IdOf(wish.Name, uid);

    /// <summary>The event and, when it was not there yet, its place.</summary>
    public IEnumerable<IncomingRecord> Read(CalendarTold told, ImportReport report)
    {
        var entry = told.Main;
        void Trouble(string reason, string message) => report.Add(new ImportProblem(entry.Path, entry.Uid, reason, message));
        var id = IdOf(told.Uid);
        var name = Words(entry["SUMMARY"]);
        if (name.IsEmpty)
        {
            Trouble("no-name", "It has no name.");
        }

        if (name.IsEmpty || CalendarSeriesReader.Read(told, fetchedAt, Trouble) is not { } times)
        {
            yield return new IncomingUnread(id);
            yield break;
        }

        var categories = entry.All("CATEGORIES").SelectMany(line => line.List()).Distinct().ToList();
        var themes = rules.Themes([.. categories.Select(word => new Term(word, [word]))], name.Select(text => text.Value));
        var place = PlaceOf(entry, Trouble);
        if (place is not null && places.Add(place.Id))
        {
            yield return new IncomingPlace(place);
        }

        var url = entry["URL"]?.Value.Trim();
        yield return new IncomingOffering(
            new Event
            {
                Id = id,
                Name = name,
                Themes = themes.Count > 0 ? [.. themes.Select(theme => theme.Theme).Distinct()] : wish.Theme is { } usual ? [usual] : [],
                OrganisationId = OrganisationId,
                Source = new Source(wish.Name, entry.Uid!, wish.Licence, fetchedAt),
                Description = Words(entry["DESCRIPTION"]),
                Keywords = [.. categories.Select(word => new Text(word, wish.Language))],
                PlaceIds = place is null ? [] : [place.Id],
                Modes = place is null ? [] : [AttendanceMode.InPerson],
                Links = WebAddress.Read(url) is null ? [] : [new Link(url!, LocalizedText.Empty)],
                Status = CalendarSeriesReader.StatusOf(entry),
                Occurrences = times.Dates,
                Recurrence = times.Series,
                UpdatedAt = CalendarTimes.Instant(entry["LAST-MODIFIED"], HelsinkiTime.Zone)?.ToUniversalTime() ?? default,
            },
            themes.Count > 0 ? [.. themes.Select(theme => theme.Rule)] : wish.Theme is { } chosen ? [$"{PublicWords.Of(chosen)} <- the whole calendar"] : []);
    }

    private LocalizedText Words(CalendarLine? line) =>
        line is null ? LocalizedText.Empty : LocalizedText.Of((line.Parameters.GetValueOrDefault("LANGUAGE", wish.Language), PlainText.Of(line.Text())));

    /// <summary>The place as it is written, at its point when that is told, else about where its address is understood to be.</summary>
    private Place? PlaceOf(CalendarEntry entry, Action<string, string> trouble)
    {
        if (entry["LOCATION"]?.Text().Trim() is not { Length: > 0 and < 500 } words)
        {
            return null;
        }

        var spot = gazetteer.ResolveOrNull(words);
        var point = entry["GEO"]?.Value.Split(';') is [var north, var east]
            && double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            ? PointReader.Read(latitude, longitude, spot?.Municipality?.Code, regions, trouble)
            : null;
        return new Place
        {
            Id = Source.IdOf(wish.Name, $"place:{words}"),
            Name = LocalizedText.Of((wish.Language, words)),
            Municipality = (point is null ? spot?.Municipality : regions.MunicipalityAt(point))?.Code,
            Coordinates = point ?? spot?.Coordinates,
            Approximate = point is null && spot is not null,
        };
    }
}
