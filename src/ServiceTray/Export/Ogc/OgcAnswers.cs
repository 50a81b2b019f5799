using System.Text.Json.Serialization;

namespace ServiceTray.Export.Ogc;

/// <summary>The landing page (OGC 17-069r4, 7.2).</summary>
internal sealed record OgcLandingAnswer(string Title, string Description, IReadOnlyList<OgcLink> Links);

/// <summary>The parts of the standard that are met.</summary>
internal sealed record OgcConformanceAnswer(IReadOnlyList<string> ConformsTo);

/// <summary>The collections there are.</summary>
internal sealed record OgcCollectionsAnswer(IReadOnlyList<OgcLink> Links, IReadOnlyList<OgcCollectionAnswer> Collections);

/// <summary>A collection: what is in it, and where its items are.</summary>
internal sealed record OgcCollectionAnswer(string Id, string Title, string Description, string ItemType, OgcExtent Extent, IReadOnlyList<string> Crs, IReadOnlyList<OgcLink> Links);

/// <summary>Where and when the items of a collection are.</summary>
internal sealed record OgcExtent(OgcSpatialExtent Spatial);

/// <summary>Boxes as west, south, east, north.</summary>
internal sealed record OgcSpatialExtent(IReadOnlyList<IReadOnlyList<double>> Bbox, string Crs);

/// <summary>A link, as RFC 8288 means it.</summary>
/// <param name="Href">The whole address.</param>
/// <param name="Rel">What it is to this answer.</param>
/// <param name="Type">The media type there.</param>
/// <param name="Title">In words; null: the relation says it all.</param>
internal sealed record OgcLink(string Href, string Rel, string Type, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title = null);
