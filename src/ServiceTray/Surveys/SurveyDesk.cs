using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;

namespace ServiceTray.Surveys;

/// <summary>Takes answers: looks for a call for help before anything else, then checks them, then reads the result.</summary>
internal sealed class SurveyDesk(SurveyShelf shelf, Safety safety, Gazetteer gazetteer, Regions regions, TimeProvider clock)
{
    public AnswerSurveyPayload Answer(AnswerSurveyInput input, Language language)
    {
        var survey = shelf.Find(input.Survey, input.Version);

        // A call is heard in answers to a survey that is not there, too.
        var help = safety.For(shelf.Nearest(input.Survey, input.Version), input.Answers, input.Near, language);
        if (survey is not { Use: SurveyUse.Individual, HasTexts: true })
        {
            return new AnswerSurveyPayload(
                null, help, [survey is null ? AnswerFaults.SurveyUnknown : survey.Use != SurveyUse.Individual ? AnswerFaults.UseNotAllowed : AnswerFaults.TextsMissing]);
        }

        var (filled, errors) = AnswerCheck.Check(survey, input.Answers);
        if (FaultOf(input.Near) is { } fault)
        {
            errors = [.. errors, fault];
        }

        var result = errors.Count > 0 ? null : ResultOf(filled, input.Near, clock.GetUtcNow(), language);
        return new AnswerSurveyPayload(result, help, errors);
    }

    /// <summary>What answers say that were taken at a time.</summary>
    public SurveyResult ResultOf(FilledSurvey filled, NearInput? near, DateTimeOffset at, Language language) =>
        new(filled, at, NeedReader.Of(filled), Limits.Of(filled, near), safety.Rows(filled.Age, null, language));

    // A place that cannot be used stands beside the other errors and not in their stead: thrown, it would take the help with it.
    private AnswerError? FaultOf(NearInput? near)
    {
        try
        {
            OfferingFilterCheck.Check(new OfferingFilter { Near = near }, OfferingOrder.Best, regions);
            _ = near?.At.Place is { } place ? gazetteer.Resolve(place) : null;
            return null;
        }
        catch (PlaceUnknownException unknown)
        {
            return AnswerFaults.PlaceUnknown(unknown.Suggestions);
        }
        catch (FilterInvalidException)
        {
            return AnswerFaults.PlaceInvalid;
        }
    }
}
