using ServiceTray.Export.Changes;
using ServiceTray.Export.Csv;
using ServiceTray.Export.Fhir;
using ServiceTray.Export.Fhir.Referrals;
using ServiceTray.Export.GeoJson;
using ServiceTray.Export.ICalendar;
using ServiceTray.Export.Ndjson;
using ServiceTray.Export.Ogc;
using ServiceTray.Export.OpenReferral;
using ServiceTray.Export.Rss;
using ServiceTray.Export.SchemaOrg;
using ServiceTray.Export.SiteMap;

namespace ServiceTray.Export;

/// <summary>Brings the tray's faces for others into the service.</summary>
internal static class ExportSetup
{
    public static IServiceCollection AddExport(this IServiceCollection services) => services
        .AddScoped<FeedSender>()
        .AddScoped<ChangeFeed>()
        .AddSingleton<SchemaOrgWriter>()
        .AddSingleton<SiteMapWriter>()
        .AddSingleton<HsdsIndex>()
        .AddSingleton<HsdsLists>()
        .AddScoped<HsdsDesk>()
        .AddKeyedSingleton<IFeedFormat, CalendarFeed>("ics")
        .AddKeyedSingleton<IFeedFormat, RssFeed>("rss")
        .AddKeyedSingleton<IFeedFormat, GeoJsonFeed>("geojson")
        .AddKeyedSingleton<IFeedFormat, CsvFeed>("csv")
        .AddKeyedScoped<IFeedFormat, NdjsonFeed>("ndjson");

    public static void MapExport(this IEndpointRouteBuilder app)
    {
        app.MapSiteMap();
        app.MapHsds();
        app.MapOgc();
        app.MapFhir();
        app.MapServiceRequests();
        app.MapTrayCalendar();
        app.MapTrayRss();
    }
}
