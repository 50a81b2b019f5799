using System.Runtime.CompilerServices;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Services of a tabular data package, put together by their ids: the tables of version 3 and the older ones. Services are read one by one; what hangs on them lies in memory.</summary>
internal sealed class HsdsTables : IHsdsServices
{
    private readonly string folder;
    private readonly Dictionary<string, string> files;

    private HsdsTables(string folder, Dictionary<string, string> files) => (this.folder, this.files) = (folder, files);

    public string Origin => folder;

    /// <summary>The tables of a folder; null: it has none.</summary>
    public static HsdsTables? In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        // Files may stand under the name of their publisher, as miami-services.csv.
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            files.TryAdd(name[(name.LastIndexOf('-') + 1)..], file);
        }

        return files.ContainsKey("services") ? new HsdsTables(folder, files) : null;
    }

    public async IAsyncEnumerable<(string Path, HsdsService Service)> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organisations = await ByIdAsync(report, cancellationToken, "organizations");
        var addresses = await ByAsync("location_id", report, cancellationToken, "physical_addresses", "addresses");
        var locations = await ByIdAsync(report, cancellationToken, "locations");
        var phones = await ByAsync("service_id", report, cancellationToken, "phones");
        var schedules = await ByAsync("service_id", report, cancellationToken, "regular_schedules", "schedules");
        var languages = await ByAsync("service_id", report, cancellationToken, "languages");
        var costs = await ByAsync("service_id", report, cancellationToken, "cost_options");
        var areas = await ByAsync("service_id", report, cancellationToken, "service_areas");
        var at = await ByAsync("service_id", report, cancellationToken, "services_at_location", "service_at_locations");
        var terms = await ByIdAsync(report, cancellationToken, "taxonomy", "taxonomy_terms");
        var said = await ByAsync("service_id", report, cancellationToken, "services_taxonomy", "service_taxonomy");
        var attributes = await ByAsync("link_id", report, cancellationToken, "attributes");

        await foreach (var row in TableRow.ReadAsync(files["services"], cancellationToken))
        {
            report.Saw("services");
            if (row["id"] is not { } id)
            {
                report.Add(new ImportProblem(row.Path, null, "no-id", "It has no id."));
                continue;
            }

            yield return (row.Path, new HsdsService
            {
                Id = id,
                Name = row["name"],
                Description = row["description"],
                Url = row["url"],
                Email = row["email"],
                Status = row["status"],
                ApplicationProcess = row["application_process"],
                FeesDescription = row["fees_description"] ?? row["fees"],
                EligibilityDescription = row["eligibility_description"],
                MinimumAge = row.Number("minimum_age"),
                MaximumAge = row.Number("maximum_age"),
                AssuredDate = row["assured_date"],
                LastModified = row["last_modified"],
                Organization = organisations.GetValueOrDefault(row["organization_id"] ?? "") is { } body ? OrganisationOf(body) : null,
                Phones = [.. phones[id].Select(phone => new HsdsPhone(phone["number"], phone["extension"]))],
                Schedules = [.. schedules[id].Select(ScheduleOf)],
                ServiceAreas = [.. areas[id].Select(area => new HsdsArea(area["name"] ?? area["service_area"]))],
                ServiceAtLocations = [.. at[id].Select(link => locations.GetValueOrDefault(link["location_id"] ?? "")).OfType<TableRow>().Select(location => new HsdsAtLocation(LocationOf(location, addresses), null, null))],
                Languages = [.. languages[id].Select(language => new HsdsLanguage(language["code"], language["name"], language["language"]))],
                CostOptions = [.. costs[id].Select(cost => new HsdsCost(cost["option"], (decimal?)cost.Number("amount"), cost["amount_description"], cost["currency"]))],
                Attributes = [.. said[id].Select(link => link["taxonomy_id"]).Concat(attributes[id].Select(link => link["taxonomy_term_id"])).Select(term => new HsdsAttribute(TermOf(term, terms)))],
            });
        }
    }

    private static HsdsLocation LocationOf(TableRow row, ILookup<string, TableRow> addresses) => new(
        row["id"], row["location_type"], row["name"], row["transportation"], row.Number("latitude"), row.Number("longitude"),
        [.. addresses[row["id"]!].Select(address => new HsdsAddress(address["address_1"], address["city"], address["postal_code"], address["country"], address["address_type"]))]);

    private static HsdsOrganization OrganisationOf(TableRow row) => new(row["id"], row["name"], row["description"], row["website"], row["url"], row["email"]);

    private static HsdsSchedule ScheduleOf(TableRow row) => new(
        row["freq"], row["byday"], row["weekday"], row["opens_at"], row["closes_at"], row["valid_from"], row["valid_to"]);

    private static HsdsTaxonomyTerm? TermOf(string? id, Dictionary<string, TableRow> terms) =>
        id is not null && terms.GetValueOrDefault(id) is { } row
            ? new HsdsTaxonomyTerm(id, row["code"], row["name"] ?? row["term"], row["vocabulary"] ?? row["taxonomy"])
            : null;

    private async Task<ILookup<string, TableRow>> ByAsync(string column, ImportReport report, CancellationToken cancellationToken, params string[] tables) =>
        (await RowsAsync(report, cancellationToken, tables)).Where(row => row[column] is not null).ToLookup(row => row[column]!, StringComparer.Ordinal);

    private async Task<Dictionary<string, TableRow>> ByIdAsync(ImportReport report, CancellationToken cancellationToken, params string[] tables) =>
        (await ByAsync("id", report, cancellationToken, tables)).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>The rows of the first of the tables that there is.</summary>
    private async Task<List<TableRow>> RowsAsync(ImportReport report, CancellationToken cancellationToken, params string[] tables)
    {
        var rows = new List<TableRow>();
        if (tables.Select(table => files.GetValueOrDefault(table)).FirstOrDefault(file => file is not null) is { } file)
        {
            await foreach (var row in TableRow.ReadAsync(file, cancellationToken))
            {
                report.Saw(tables[0]);
                rows.Add(row);
            }
        }

        return rows;
    }
}
