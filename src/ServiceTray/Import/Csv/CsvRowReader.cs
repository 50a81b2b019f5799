using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Import.Csv;

/// <summary>A row of the template into ours. What is wrong in it is told all at once, and a row with anything wrong leaves what is known as it is.</summary>
internal sealed class CsvRowReader(CsvWish wish, TermRules rules, Regions regions, Gazetteer gazetteer, DateTimeOffset fetchedAt)
{
    private readonly HashSet<Guid> told = [];

    public IEnumerable<IncomingRecord> Read(TableRow row, string id, ImportReport report)
    {
        var key = Source.IdOf(wish.Name, id);
        var cells = new CsvCells(row);
        var name = cells.Texts("name");
        var organisation = cells.Needed("organisation");
        if (name.IsEmpty)
        {
            cells.Wrong("name_fi", "is empty in all languages");
        }

        var themes = ThemesOf(cells, name);
        var place = PlaceOf(cells, id);
        var (ages, price) = (cells.Ages(), cells.Price());
        var dates = DatesOf(cells);
        var series = CsvSeries.Read(cells, dates);
        var (hours, web) = (HoursOf(cells, dates), cells.Web("web"));
        foreach (var (reason, message) in cells.Troubles.Concat(cells.Notes))
        {
            report.Add(new ImportProblem(row.Path, id, reason, message));
        }

        if (cells.Troubles.Count > 0 || organisation is null)
        {
            yield return new IncomingUnread(key);
            yield break;
        }

        var body = OrganisationOf(organisation);
        if (told.Add(body.Id))
        {
            yield return new IncomingOrganisation(body);
        }

        if (place is not null && told.Add(place.Id))
        {
            yield return new IncomingPlace(place);
        }

        Offering offering = dates is null
            ? new Activity { Id = key, Name = name, Themes = [.. themes.Select(theme => theme.Theme)], OrganisationId = body.Id, Source = SourceOf(id), OpeningHours = hours }
            : new Event { Id = key, Name = name, Themes = [.. themes.Select(theme => theme.Theme)], OrganisationId = body.Id, Source = SourceOf(id), Occurrences = series is null ? [dates] : [], Recurrence = series };
        offering.Summary = cells.Texts("summary");
        offering.Description = cells.Texts("description");
        offering.PlaceIds = place is null ? [] : [place.Id];
        offering.Modes = place is null ? [] : [AttendanceMode.InPerson];
        offering.Ages = ages;
        offering.Price = price;
        offering.Languages = cells.List("languages");
        offering.Contacts = cells.Contacts();
        offering.Links = web is null ? [] : [new Link(web, LocalizedText.Empty)];
        yield return new IncomingOffering(offering, [.. themes.Select(theme => theme.Rule)]);
    }

    private List<(ThemeCode Theme, string Rule)> ThemesOf(CsvCells cells, LocalizedText name)
    {
        var written = cells.List("themes");
        var unknown = written.Where(word => PublicWords.Read<ThemeCode>(word) is null).ToList();
        if (unknown.Count > 0)
        {
            cells.Wrong("themes", $"has {string.Join(", ", unknown)}, which is none of {string.Join(", ", PublicWords.All<ThemeCode>())}");
        }

        return written.Count > 0
            ? [.. written.Select(word => PublicWords.Read<ThemeCode>(word)).OfType<ThemeCode>().Distinct().Select(theme => (theme, "the table"))]
            : [.. rules.Themes([], name.Select(text => text.Value)).DistinctBy(theme => theme.Theme)];
    }

    private Occurrence? DatesOf(CsvCells cells)
    {
        var (starts, ends) = (cells.Instant("starts"), cells.Instant("ends"));
        if (starts is null)
        {
            return null;
        }

        if (ends < starts)
        {
            cells.Wrong("ends", "is before starts");
            return null;
        }

        return new Occurrence(starts.Value, ends ?? starts.Value);
    }

    private static IReadOnlyList<OpeningHours> HoursOf(CsvCells cells, Occurrence? dates)
    {
        if (cells["hours"] is not { } written)
        {
            return [];
        }

        if (dates is not null)
        {
            cells.Wrong("hours", "stand beside starts; what has a date has no opening hours");
        }

        return CsvHours.Read(written, why => cells.Wrong("hours", why)) ?? [];
    }

    private Place? PlaceOf(CsvCells cells, string id)
    {
        var (name, address, postal, where) = (cells["place"], cells["address"], cells["postal_code"], cells["municipality"]);
        if ((name ?? address ?? postal ?? where) is null)
        {
            return null;
        }

        var spot = gazetteer.ResolveOrNull(string.Join(' ', new[] { address, postal, where }.OfType<string>()));
        var municipality = where is null ? spot?.Municipality : regions.Municipality(where) ?? gazetteer.ResolveOrNull(where)?.Municipality;
        if (where is not null && municipality is null)
        {
            cells.Wrong("municipality", $"{where} is no municipality");
        }

        if (postal is not null && (postal.Length != 5 || !postal.All(char.IsAsciiDigit)))
        {
            cells.Wrong("postal_code", "is not five digits");
        }

        var (latitude, longitude) = (cells.Number("latitude"), cells.Number("longitude"));
        var point = latitude is { } north && longitude is { } east ? PointReader.Read(north, east, municipality?.Code, regions, cells.Note) : null;
        return new Place
        {
            Id = Source.IdOf(wish.Name, $"place:{name}|{address}|{postal}|{where}|{(point is null ? "" : id)}"),
            Name = LocalizedText.Of(("fi", name)),
            StreetAddress = LocalizedText.Of(("fi", address)),
            PostalCode = postal,
            Municipality = municipality?.Code,
            Coordinates = point ?? spot?.Coordinates,
            Approximate = point is null && spot is not null,
        };
    }

    private Organisation OrganisationOf(string written)
    {
        var name = LocalizedText.Of(("fi", written));
        return new Organisation
        {
            Id = Source.IdOf(wish.Name, $"organisation:{written}"),
            Name = name,
            Kind = NamedKind.Of(name) ?? OrganisationKind.Other,
            Source = SourceOf($"organisation:{written}"),
        };
    }

    private Source SourceOf(string id) => new(wish.Name, id, wish.Licence, fetchedAt);
}
