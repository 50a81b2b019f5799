using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Publishing.Reviews;

/// <summary>What waits from a connected address, as told over GraphQL: the words that its second person looks at.</summary>
internal static class HeldOfferingFields
{
    public static ValueTask<Organisation?> OrganisationAsync(HeldOffering held, OrganisationLoader organisations) => organisations.LoadAsync(held.OrganisationId);

    public static OfferingKind Kind(HeldOffering held) => held.Record.Told().Kind;

    public static Text? Name(HeldOffering held, [Enclosing] Language? language, RequestLanguage request) => held.Record.Told().Name.TextOrNull(language ?? request.Language);

    public static Text? Summary(HeldOffering held, [Enclosing] Language? language, RequestLanguage request) => held.Record.Told().Summary.TextOrNull(language ?? request.Language);

    public static Text? Description(HeldOffering held, [Enclosing] Language? language, RequestLanguage request) => held.Record.Told().Description.TextOrNull(language ?? request.Language);

    public static IReadOnlyList<ThemeCode> Themes(HeldOffering held) => held.Record.Told().Themes;

    public static IReadOnlyList<Place> Places(HeldOffering held) => held.Record.Places;
}
