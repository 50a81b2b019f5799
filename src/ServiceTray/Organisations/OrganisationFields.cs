using ServiceTray.GraphQL;
using ServiceTray.Languages;

namespace ServiceTray.Organisations;

/// <summary>What an organisation tells over GraphQL besides its own members.</summary>
internal static class OrganisationFields
{
    public static Text Name(Organisation organisation, [Enclosing] Language? language, RequestLanguage request) =>
        organisation.Name.Pick(language ?? request.Language);

    public static Text? Description(Organisation organisation, [Enclosing] Language? language, RequestLanguage request) =>
        organisation.Description.TextOrNull(language ?? request.Language);
}

/// <summary>What a contact tells over GraphQL besides its own members.</summary>
internal static class ContactFields
{
    public static Text? Label(Contact contact, [Enclosing] Language? language, RequestLanguage request) =>
        contact.Label.TextOrNull(language ?? request.Language);

    public static Text? Hours(Contact contact, [Enclosing] Language? language, RequestLanguage request) =>
        contact.Hours.TextOrNull(language ?? request.Language);
}

/// <summary>What a link tells over GraphQL besides its own members.</summary>
internal static class LinkFields
{
    public static Text? Title(Link link, [Enclosing] Language? language, RequestLanguage request) =>
        link.Title.TextOrNull(language ?? request.Language);
}
