using ServiceTray.GraphQL;
using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Surveys;

/// <summary>What a result tells over GraphQL besides its own members.</summary>
internal static class SurveyResultFields
{
    public static async Task<IReadOnlyList<Suggestion>> SuggestionsAsync(
        SurveyResult result, OfferingFilter? filter, int first, SuggestionFinder finder, CancellationToken cancellationToken) =>
        (await finder.FindAsync(result, filter, first, cancellationToken)).Sure;

    public static async Task<WhyNot?> WhyNotAsync(SurveyResult result, string offering, WhyNotTeller teller, CancellationToken cancellationToken) =>
        Guid.TryParse(offering, out var id) && await teller.TellAsync(result, [id], cancellationToken) is [var why] ? why : null;

    public static async Task<IReadOnlyList<Suggestion>?> MoreLikeAsync(SurveyResult result, string offering, int first, LikenessFinder finder, CancellationToken cancellationToken) =>
        Guid.TryParse(offering, out var id) ? await finder.FindAsync(result, id, first, cancellationToken) : null;
}

/// <summary>What a score tells in words.</summary>
internal static class InstrumentScoreFields
{
    public static string Name(InstrumentScore score, RequestLanguage request) => score.Score.Name.Pick(request.Language).Value;

    public static Text? Band(InstrumentScore score, [Enclosing] Language? language, RequestLanguage request) =>
        score.BandOrNull?.Name.Pick(language ?? request.Language);
}

/// <summary>A reason in words.</summary>
internal static class ReasonFields
{
    public static Text Text(Reason reason, [Enclosing] Language? language, RequestLanguage request) => reason.Text.Pick(language ?? request.Language);
}

/// <summary>A barrier in words.</summary>
internal static class BarrierFields
{
    public static Text Text(Barrier barrier, [Enclosing] Language? language, RequestLanguage request) => barrier.Text.Pick(language ?? request.Language);
}

/// <summary>An error in words.</summary>
internal static class AnswerErrorFields
{
    public static Text Message(AnswerError error, [Enclosing] Language? language, RequestLanguage request) => error.Message.Pick(language ?? request.Language);
}

/// <summary>Somebody to talk to, in words.</summary>
internal static class HelpRowFields
{
    public static Text Title(HelpRow row, [Enclosing] Language? language, RequestLanguage request) => row.Title.Pick(language ?? request.Language);

    public static Text? Hours(HelpRow row, [Enclosing] Language? language, RequestLanguage request) => row.Hours.TextOrNull(language ?? request.Language);

    public static bool? OpenNow(HelpRow row, TimeProvider clock) => row.IsOpenAt(clock.GetUtcNow());

    public static HelpRow? NextBest(HelpRow row, HelpRows rows) => rows.NextBest(row);
}
