using ServiceTray.GraphQL;
using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>Fields of a spot that are not its members as they stand.</summary>
internal static class SpotFields
{
    /// <summary>What was understood.</summary>
    public static Text Label(Spot spot, RequestLanguage request, [Enclosing] Language? language = null) =>
        spot.Label.Pick(language ?? request.Language);
}
