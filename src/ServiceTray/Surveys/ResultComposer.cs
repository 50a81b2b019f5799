using ServiceTray.Guidance;

namespace ServiceTray.Surveys;

/// <summary>Puts together what a result's page shows. Help and the person's own result come even when the offerings cannot be read.</summary>
internal sealed class ResultComposer(SuggestionFinder finder, ResultAsker asker, ILogger<ResultComposer> logger)
{
    public async Task<SurveyResultShown> ComposeAsync(
        SurveyResult result, SurveyForm form, IReadOnlyList<HelpRow> safety, IReadOnlyList<AnswerError> errors, CancellationToken cancellationToken)
    {
        var shown = new SurveyResultShown(result, form, null, safety, errors);
        try
        {
            var (suggestions, widened) = await finder.FindNearEnoughAsync(result, SurveyForm.Radii, cancellationToken);
            shown = shown with { Suggestions = suggestions, WidenedKm = widened };
            return shown with { Asked = await asker.AnswerAsync(result, form, cancellationToken) };
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Its message may hold what was asked.
            logger.LogError("A survey was answered without all that was to be suggested: {Kind} {Trace}", fault.GetBaseException().GetType(), fault.GetBaseException().StackTrace);
            return shown;
        }
    }
}
