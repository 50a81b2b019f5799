using System.Globalization;
using ServiceTray.Offerings;
using ServiceTray.Web.Rest;

namespace ServiceTray.Export.OpenReferral;

/// <summary>The parameters of Open Referral's lists, and how they are read.</summary>
internal static class HsdsListEndpoints
{
    private const int DefaultPerPage = 50;
    private const int MostPerPage = 100;

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>Every parameter that a list of either profile knows.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        .. new[]
        {
            "page", "per_page", "format", "search", "minimal", "full", "modified_after", "taxonomy_term_id", "taxonomy_id", "organization_id", "postcode", "proximity",
            "minimum_age", "maximum_age", "day", "start_time", "end_time", "top_only", "parent_id",
        }.Select(name => QueryParameter.One<string>(name, name)),
        QueryParameter.Language,
    ];

    public static HsdsQuery Read(QueryReader query)
    {
        var format = query.Text("format");
        var (page, perPage) = (query.Number("page") ?? 1, query.Number("per_page") ?? DefaultPerPage);
        Refuse(query, "page", page < 1, "page counts from 1.");
        Refuse(query, "per_page", perPage is < 1 or > MostPerPage, $"per_page is 1 to {MostPerPage}.");
        Refuse(query, "format", format is not (null or "json" or "ndjson"), "format is json or ndjson.");
        var day = query.Text("day")?.ToUpperInvariant();
        Refuse(query, "day", day is not null && Array.IndexOf(Days, day) < 0, "day is one of SU, MO, TU, WE, TH, FR, SA.");
        query.Flag("full");
        return new HsdsQuery
        {
            Page = Math.Max(1, page),
            PerPage = Math.Clamp(perPage, 1, MostPerPage),
            Lines = format == "ndjson",
            Minimal = query.Flag("minimal") ?? false,
            Filter = ReadFilter(query),
            ModifiedAfter = Instant(query, "modified_after"),
            TaxonomyTerm = Id(query, "taxonomy_term_id"),
            Taxonomy = Id(query, "taxonomy_id"),
            MinimumAge = query.Number("minimum_age"),
            MaximumAge = query.Number("maximum_age"),
            Day = day is null ? null : (DayOfWeek)Math.Max(0, Array.IndexOf(Days, day)),
            From = Time(query, "start_time"),
            To = Time(query, "end_time"),
        };
    }

    private static OfferingFilter? ReadFilter(QueryReader query)
    {
        var (text, organisation, postcode, metres) = (query.Text("search"), Id(query, "organization_id"), query.Text("postcode"), query.Decimal("proximity"));
        Refuse(query, "proximity", metres is not null && (postcode is null || metres <= 0), "proximity is metres around a postcode.");
        return text is null && organisation is null && postcode is null ? null : new OfferingFilter
        {
            Text = text,
            Organisations = organisation is { } id ? [$"{id}"] : null,
            Near = postcode is null ? null : new NearInput(new SpotInput(postcode), metres / 1000 ?? NearInput.DefaultRadiusKm),
        };
    }

    private static Guid? Id(QueryReader query, string name)
    {
        var text = query.Text(name);
        var isOne = Guid.TryParse(text, out var id);
        Refuse(query, name, text is not null && !isOne, $"{name} is a UUID.");
        return isOne ? id : null;
    }

    private static DateTimeOffset? Instant(QueryReader query, string name)
    {
        var text = query.Text(name);
        var isOne = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        Refuse(query, name, text is not null && !isOne, $"{name} is a time as 2026-01-31T12:00:00Z.");
        return isOne ? at : null;
    }

    private static TimeOnly? Time(QueryReader query, string name)
    {
        var text = query.Text(name);
        var isOne = TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time);
        Refuse(query, name, text is not null && !isOne, $"{name} is a time as 09:00.");
        return isOne ? time : null;
    }

    private static void Refuse(QueryReader query, string name, bool wrong, string detail)
    {
        if (wrong)
        {
            query.Refuse(name, detail);
        }
    }
}
