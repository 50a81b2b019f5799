using System.Runtime.CompilerServices;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Services of a tabular data package, put together by their ids: the tables of version 3 and the older ones. Services are read one by one; what hangs on them is laid aside on disk.</summary>
internal sealed class HsdsTables : IHsdsServices
{
    /// <summary>Tables whose rows name a service, under their names of all versions.</summary>
    private static readonly string[][] OfServices =
    [
        ["phones"], ["regular_schedules", "schedules"], ["languages"], ["cost_options"], ["service_areas"], ["services_at_location", "service_at_locations"], ["services_taxonomy", "service_taxonomy"],
    ];

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
        using var laid = new HsdsLaidTables(files, report);
        await laid.LayAsync("id", cancellationToken, "organizations");
        await laid.LayAsync("location_id", cancellationToken, "physical_addresses", "addresses");
        await laid.LayAsync("id", cancellationToken, "locations");
        foreach (var tables in OfServices)
        {
            await laid.LayAsync("service_id", cancellationToken, tables);
        }

        await laid.LayAsync("id", cancellationToken, "taxonomy", "taxonomy_terms");
        await laid.LayAsync("link_id", cancellationToken, "attributes");
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
                Organization = laid.First("organizations", row["organization_id"]) is { } body ? OrganisationOf(body) : null,
                Phones = [.. laid.Of("phones", id).Select(phone => new HsdsPhone(phone["number"], phone["extension"], phone["contact_id"]))],
                Schedules = [.. laid.Of("regular_schedules", id).Select(ScheduleOf)],
                ServiceAreas = [.. laid.Of("service_areas", id).Select(area => new HsdsArea(area["name"] ?? area["service_area"]))],
                ServiceAtLocations = [.. laid.Of("services_at_location", id).Select(link => laid.First("locations", link["location_id"])).OfType<TableRow>().Select(location => new HsdsAtLocation(LocationOf(location, laid), null, null))],
                Languages = [.. laid.Of("languages", id).Select(language => new HsdsLanguage(language["code"], language["name"], language["language"]))],
                CostOptions = [.. laid.Of("cost_options", id).Select(cost => new HsdsCost(cost["option"], (decimal?)cost.Number("amount"), cost["amount_description"], cost["currency"]))],
                Attributes = [.. laid.Of("services_taxonomy", id).Select(link => link["taxonomy_id"]).Concat(laid.Of("attributes", id).Select(link => link["taxonomy_term_id"])).Select(term => new HsdsAttribute(TermOf(term, laid)))],
            });
        }
    }

    private static HsdsLocation LocationOf(TableRow row, HsdsLaidTables laid) => new(
        row["id"], row["location_type"], row["name"], row["transportation"], row.Number("latitude"), row.Number("longitude"),
        [.. laid.Of("physical_addresses", row["id"]).Select(address => new HsdsAddress(address["address_1"], address["city"], address["postal_code"], address["country"], address["address_type"]))]);

    private static HsdsOrganization OrganisationOf(TableRow row) => new(row["id"], row["name"], row["description"], row["website"], row["url"], row["email"]);

    private static HsdsSchedule ScheduleOf(TableRow row) => new(
        row["freq"], row["byday"], row["weekday"], row["opens_at"], row["closes_at"], row["valid_from"], row["valid_to"]);

    private static HsdsTaxonomyTerm? TermOf(string? id, HsdsLaidTables laid) =>
        laid.First("taxonomy", id) is { } row ? new HsdsTaxonomyTerm(id, row["code"], row["name"] ?? row["term"], row["vocabulary"] ?? row["taxonomy"]) : null;
}
