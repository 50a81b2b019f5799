using System.Net;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Surveys.Groups;

namespace ServiceTray.Surveys;

/// <summary>Takes answers as the survey's desk does, compares them with those of an earlier code, and keeps them when that is asked. Whatever goes wrong with a code, the help that answers call for is given.</summary>
internal sealed class KeepingDesk(SurveyDesk desk, SurveyKeeper keeper, SurveyShelf shelf, GroupKeeper groups, TimeProvider clock, ILogger<KeepingDesk> logger)
{
    private const int KeptFromAge = 13;
    private const int MostEarlier = 20;

    public async Task<AnswerSurveyPayload> AnswerAsync(AnswerSurveyInput input, Language language, IPAddress? from, CancellationToken cancellationToken)
    {
        var payload = desk.Answer(input, language);
        try
        {
            var (earlier, fault) = await EarlierAsync(input, language, from, cancellationToken);
            if (fault is not null)
            {
                return payload with { Result = null, Errors = [.. payload.Errors, fault] };
            }

            payload = await CountAsync(payload, input, from, cancellationToken);
            if (payload.Result is not { } result)
            {
                return payload;
            }

            result = result with { Earlier = earlier };
            return payload with { Result = input.Keep && MayKeep(result) ? result with { Code = await KeepAsync(result, from, cancellationToken) } : result };
        }
        catch (TooManyTriesException tired)
        {
            return payload with { Result = null, Errors = [.. payload.Errors, AnswerFaults.TooManyTries(tired)] };
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError("A survey's result could not be kept or compared: {Kind} {Trace}", fault.GetBaseException().GetType(), fault.GetBaseException().StackTrace);
            return payload with { Errors = [.. payload.Errors, AnswerFaults.NotKept] };
        }
    }

    /// <summary>Keeps answers that are half done, whatever is still wrong with them; null: they are of a child, of whom nothing is kept.</summary>
    /// <exception cref="TooManyTriesException">Too much was kept from there.</exception>
    public async Task<string?> PauseAsync(AnswerSurveyInput input, IPAddress? from, CancellationToken cancellationToken)
    {
        var survey = shelf.Nearest(input.Survey, input.Version);
        var (filled, _) = AnswerCheck.Check(survey, input.Answers);
        return filled.Age < KeptFromAge
            ? null
            : await keeper.KeepAsync(KeptAnswers.Of(survey, clock.GetUtcNow(), isPaused: true, AnswersOf(filled), input.Near, []), from, cancellationToken);
    }

    /// <summary>A result that was kept; null: there is none under the code.</summary>
    /// <exception cref="TooManyTriesException">Too many wrong codes came from there.</exception>
    public async Task<SurveyResult?> ReadAsync(string code, Language language, IPAddress? from, CancellationToken cancellationToken) =>
        await keeper.ReadAsync(code, from, cancellationToken) is { IsPaused: false } kept ? ResultOf(kept, code, language) : null;

    /// <summary>The result of what was kept; null: its version is no longer on the shelf.</summary>
    public SurveyResult? ResultOf(KeptAnswers kept, string code, Language language) =>
        shelf.Find($"{kept.Survey}", kept.Version) is { } survey
            ? desk.ResultOf(AnswerCheck.Check(survey, kept.Answers).Filled, kept.Near, kept.At, language) with
            {
                Code = SecretCode.TryRead(code, out var read) ? read.Words : null,
                Earlier = kept.Earlier,
            }
            : null;

    /// <summary>Whether a result may be kept: of a child nothing is.</summary>
    public static bool MayKeep(SurveyResult result) => !(result.Filled.Age < KeptFromAge);

    // Answers to a survey of groups make nobody's result, and count; of a child nothing is kept.
    private async Task<AnswerSurveyPayload> CountAsync(AnswerSurveyPayload payload, AnswerSurveyInput input, IPAddress? from, CancellationToken cancellationToken)
    {
        if (!input.Count || shelf.FindShown(input.Survey, input.Version) is not { Use: not SurveyUse.Conversation } survey)
        {
            return payload;
        }

        var (filled, errors) = AnswerCheck.Check(survey, input.Answers);
        if (survey.Use == SurveyUse.Group)
        {
            payload = payload with { Errors = errors };
        }

        if (payload.Errors.Count > 0 || filled.Age < KeptFromAge)
        {
            return payload;
        }

        var isCounted = await groups.CountAsync(filled, input.Near, from, cancellationToken);
        return payload with { Counted = isCounted, Errors = isCounted || survey.Use != SurveyUse.Group ? payload.Errors : [AnswerFaults.NotCounted] };
    }

    private static IEnumerable<AnswerInput> AnswersOf(FilledSurvey filled) => filled.Answers.Select(answer => new AnswerInput(answer.Key, answer.Value));

    private Task<string> KeepAsync(SurveyResult result, IPAddress? from, CancellationToken cancellationToken) => keeper.KeepAsync(
        KeptAnswers.Of(result.Survey, result.AnsweredAt, isPaused: false, AnswersOf(result.Filled), result.Limits.Near, result.Earlier), from, cancellationToken);

    private async Task<(IReadOnlyList<EarlierResult> Earlier, AnswerError? Fault)> EarlierAsync(
        AnswerSurveyInput input, Language language, IPAddress? from, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.PreviousCode))
        {
            return ([], null);
        }

        if (await ReadAsync(input.PreviousCode, language, from, cancellationToken) is not { } before)
        {
            return ([], AnswerFaults.PreviousUnknown);
        }

        return Guid.TryParse(input.Survey, out var asked) && before.Survey.Id == asked
            ? ([.. before.Earlier.Append(EarlierResult.Of(before)).TakeLast(MostEarlier)], null)
            : ([], AnswerFaults.NotComparable);
    }
}
