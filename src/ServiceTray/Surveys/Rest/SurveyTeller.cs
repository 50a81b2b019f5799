using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Refusals;

namespace ServiceTray.Surveys.Rest;

/// <summary>Tells surveys and their results as REST has them, in the language of the request.</summary>
internal sealed class SurveyTeller(OfferingTeller offerings, SuggestionFinder finder, WhyNotTeller whyNot, LikenessFinder likeness, RequestLanguage request, TimeProvider clock)
{
    private Language Language => request.Language;

    public SurveyAnswer Tell(Survey survey) => new()
    {
        Id = survey.Id,
        Version = $"{survey.Version}",
        Title = survey.Title.Pick(Language),
        Introduction = survey.Introduction.TextOrNull(Language),
        Owner = survey.Owner,
        Licence = survey.Licence,
        Attribution = survey.Attribution,
        Use = survey.Use,
        Questions = [.. survey.Questions.Select(Tell)],
    };

    /// <exception cref="RefusalException">The number cannot be accepted.</exception>
    public async Task<SurveyResultAnswer> TellAsync(SurveyResult result, SurveyCodeBody asked, CancellationToken cancellationToken)
    {
        var suggestions = await finder.FindAsync(result, null, asked.First, cancellationToken);
        return new SurveyResultAnswer
        {
            Survey = result.Survey.Id,
            Version = $"{result.Survey.Version}",
            AnsweredAt = result.AnsweredAt,
            Code = result.Code,
            HelpNumbers = Tell(result.HelpNumbers),
            Needs = [.. result.Needs.Select(need => new ThemeNeedAnswer { Theme = need.Code, Answer = need.Answer, Need = need.Need, Importance = need.Importance, Band = need.Band })],
            Scores = [.. result.Scores.Select(score => new InstrumentScoreAnswer { Name = score.Score.Name.Pick(Language), Value = score.Value, Band = score.BandOrNull?.Name.Pick(Language) })],
            Changes = [.. result.Changes.Select(change => new ThemeChangeAnswer { Theme = change.Code, Before = change.Before, Now = change.Now })],
            Suggestions = Tell(suggestions.Sure),
            AskFirst = [.. suggestions.AskFirst.Select(offerings.Tell)],
            WhyNot = asked.WhyNot is { } about && await whyNot.TellAsync(result, [about], cancellationToken) is [var why] ? Tell(why) : null,
            MoreLike = asked.MoreLike is { } like && await likeness.FindAsync(result, like, LikenessFinder.UsualNumber, cancellationToken) is { } alike ? Tell(alike) : null,
        };
    }

    /// <summary>Help as it is told over REST.</summary>
    public IReadOnlyList<HelpRowAnswer> Tell(IReadOnlyList<HelpRow> rows) => [.. rows.Select(row => HelpRowAnswer.Of(row, Language, clock.GetUtcNow()))];

    /// <summary>What is wrong, question by question.</summary>
    public IReadOnlyList<ProblemPart> Parts(IReadOnlyList<AnswerError> errors) =>
        [.. errors.Select(error => new ProblemPart { Argument = error.Question, Code = error.Code, Detail = error.Message.Pick(Language).Value })];

    private QuestionAnswer Tell(Question question) => new()
    {
        Id = question.Id,
        Kind = question.Kind,
        Text = question.Text.Pick(Language),
        Why = question.Why.TextOrNull(Language),
        Required = question.Required,
        Scale = question.Scale is { } scale ? new ScaleAnswer { Min = scale.Min, Max = scale.Max, MinLabel = scale.MinLabel.TextOrNull(Language), MaxLabel = scale.MaxLabel.TextOrNull(Language) } : null,
        Choices = [.. question.Choices.Select(choice => new ChoiceAnswer { Id = choice.Id, Text = choice.Text.Pick(Language) })],
        Theme = question.Theme,
        ShownWhen = question.ShownWhen,
    };

    private IReadOnlyList<SuggestionAnswer> Tell(IReadOnlyList<Suggestion> suggestions) =>
    [
        .. suggestions.Select(suggestion => new SuggestionAnswer
        {
            Offering = offerings.Tell(suggestion.Placed),
            Theme = suggestion.Code,
            DistanceKm = suggestion.DistanceKm,
            NextAt = suggestion.Candidate.Next?.StartsAt,
            Reasons = [.. suggestion.Reasons.Select(reason => new ReasonAnswer { Kind = reason.Kind, Text = reason.Text.Pick(Language) })],
        }),
    ];

    private WhyNotAnswer Tell(WhyNot why) => new()
    {
        Offering = why.Offering.Id,
        Place = why.Place,
        Barriers = [.. why.Barriers.Select(barrier => new BarrierAnswer { Kind = barrier.Kind, Text = barrier.Text.Pick(Language) })],
    };
}
