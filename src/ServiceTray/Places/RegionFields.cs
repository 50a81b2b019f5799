using ServiceTray.GraphQL;
using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>Fields of a region that are not its members as they stand.</summary>
internal static class RegionFields
{
    /// <summary>Its official name.</summary>
    public static Text Name(Region region, RequestLanguage request, [Enclosing] Language? language = null) =>
        region.Name.Pick(language ?? request.Language);
}
