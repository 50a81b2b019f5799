using ServiceTray.GraphQL;
using ServiceTray.Guidance.Materials;
using ServiceTray.Languages;

namespace ServiceTray.Referrals.Programmes;

/// <summary>What a programme tells over GraphQL besides its own members.</summary>
internal static class ProgrammeFields
{
    public static Text Name(Programme programme, [Enclosing] Language? language, RequestLanguage request) => programme.Name.Pick(language ?? request.Language);

    public static Text? Introduction(Programme programme, [Enclosing] Language? language, RequestLanguage request) => programme.Introduction.TextOrNull(language ?? request.Language);

    public static Text? Warning(Programme programme, [Enclosing] Language? language, RequestLanguage request) => programme.Warning.TextOrNull(language ?? request.Language);

    public static IReadOnlyList<string> Controllers(Programme programme) => programme.Law.Controllers;

    public static string? Processor(Programme programme) => programme.Law.Processor;

    public static string? DataContact(Programme programme) => programme.Law.Contact;

    public static Text? Notice(Programme programme, [Enclosing] Language? language, RequestLanguage request) => programme.Law.Notice.TextOrNull(language ?? request.Language);

    public static Text ConsentText(Programme programme, [Enclosing] Language? language, RequestLanguage request) => programme.ConsentText.Pick(language ?? request.Language);

    public static IReadOnlyList<ReasonCode> Reasons(Programme programme) => [.. programme.Reasons.Order()];

    public static IReadOnlyList<Material> Materials(Programme programme, MaterialShelf shelf) => [.. programme.Materials.Select(shelf.Find).OfType<Material>()];

    public static Text? Minors(Programme programme, [Enclosing] Language? language, RequestLanguage request) => programme.Minors.TextOrNull(language ?? request.Language);

    public static Text? Sentence(Programme programme, [Enclosing] Language? language, RequestLanguage request) => programme.Sentence.TextOrNull(language ?? request.Language);
}

/// <summary>What a phase tells.</summary>
internal static class PhaseFields
{
    public static Text Name(Phase phase, [Enclosing] Language? language, RequestLanguage request) => phase.Name.Pick(language ?? request.Language);
}

/// <summary>What one of a programme's choices tells.</summary>
internal static class ProgrammeChoiceFields
{
    public static Text Name(ProgrammeChoice choice, [Enclosing] Language? language, RequestLanguage request) => choice.Name.Pick(language ?? request.Language);
}

/// <summary>What a sender or recipient tells.</summary>
internal static class ProgrammePartyFields
{
    public static Text Name(ProgrammeParty party, [Enclosing] Language? language, RequestLanguage request) => party.Name.Pick(language ?? request.Language);

    public static Text? Area(ProgrammeParty party, [Enclosing] Language? language, RequestLanguage request) => party.Area.TextOrNull(language ?? request.Language);
}
