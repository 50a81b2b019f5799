using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Languages;
using ServiceTray.Refusals;
using ServiceTray.Surveys.Groups;
using ServiceTray.Web.Rest;

namespace ServiceTray.Surveys.Rest;

/// <summary>Surveys over REST: their questions, answering them, and what is kept under a code, by POST alone.</summary>
internal static class SurveyEndpoints
{
    private static readonly QueryParameter Version = QueryParameter.One<string>("version", "As `1.0`; the newest when not told.");

    public static RouteGroupBuilder MapSurveyEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/surveys", (SurveyShelf shelf, SurveyTeller teller) => TypedResults.Ok<IReadOnlyList<SurveyAnswer>>([.. shelf.Newest.Select(teller.Tell)]))
            .WithName("listSurveys").WithTags("Surveys")
            .WithSummary("The surveys there are").WithDescription("Each in its newest version, with its questions.");
        api.MapGet("/surveys/{id}", Get).Knows([Version]).WithName("getSurvey").WithTags("Surveys")
            .WithSummary("One survey").WithDescription("Its questions in their order, with why each is asked.");
        api.MapPost("/surveys/{id}/answers", AnswerAsync).WithName("answerSurvey").WithTags("Surveys").MayRefuse().TakesBody().MayTire().Meets(StatusCodes.Status404NotFound)
            .WithSummary("Reads answers and gives back what they say")
            .WithDescription("Nothing of them is kept, logged or counted unless `keep` asks for it. What is wrong is told question by question in `errors`; `safety` comes first with a result or a refusal whenever an answer calls for help: show it before all else.");
        api.MapGet("/surveys/{id}/groups/{county}", GroupsAsync).WithName("listGroupResults").WithTags("Surveys")
            .WithSummary("What the people of a county answered")
            .WithDescription("Of those who let it be counted, quarter by quarter, the newest first. A quarter is told when it is over and five or more answered; a count under five is null.");
        api.MapPost("/survey-results/read", ReadAsync).WithName("readSurveyResult").WithTags("Surveys").MayRefuse().TakesBody().MayTire()
            .WithSummary("A result that was kept")
            .WithDescription("By its code; suggestions are found anew. A code that is wrong and one whose result is gone are answered alike.");
        api.MapPost("/survey-results/delete", DeleteAsync).WithName("deleteSurveyResult").WithTags("Surveys").TakesBody().MayTire()
            .WithSummary("Deletes a kept result at once")
            .WithDescription("By its code. A code that is wrong and one whose result is gone are answered alike.");
        return api;
    }

    private static Results<Ok<SurveyAnswer>, Unknown> Get([Description("The survey's UUID.")] string id, HttpContext http, SurveyShelf shelf, SurveyTeller teller) =>
        shelf.FindShown(id, new QueryReader(http.Request.Query).Text(Version.Name)) is { } survey ? TypedResults.Ok(teller.Tell(survey)) : new Unknown();

    private static async Task<Ok<SurveyAnsweredAnswer>> AnswerAsync(
        [Description("The survey's UUID.")] string id, SurveyBody answers, KeepingDesk desk, SurveyTeller teller, RequestLanguage language, HttpContext http, CancellationToken cancellationToken)
    {
        SurveyPageEndpoints.KeepNowhere(http);
        var fits = answers.First is >= 0 and <= SuggestionFinder.MostSuggestions;
        var input = new AnswerSurveyInput(id, answers.Answers, answers.Version, answers.Near, answers.Keep && fits, answers.PreviousCode, answers.Count && fits);
        var payload = await desk.AnswerAsync(input, language.Language, http.Connection.RemoteIpAddress, cancellationToken);
        if (!fits)
        {
            // Refused like a wrong answer, so that help is not lost and nothing is kept.
            throw new AnswersRefusedException([new ProblemPart { Argument = "first", Code = RefusalCodes.FilterInvalid, Detail = $"From 0 to {SuggestionFinder.MostSuggestions}." }], teller.Tell(payload.Safety));
        }

        if (payload.Errors.Count > 0 && payload.Result is null)
        {
            throw new AnswersRefusedException(teller.Parts(payload.Errors), teller.Tell(payload.Safety));
        }

        var asked = new SurveyCodeBody("", answers.First, answers.WhyNot, answers.MoreLike);
        return TypedResults.Ok(new SurveyAnsweredAnswer
        {
            Safety = teller.Tell(payload.Safety),
            Result = payload.Result is { } result ? await teller.TellAsync(result, asked, cancellationToken) : null,
            Counted = payload.Counted,
            Errors = teller.Parts(payload.Errors),
        });
    }

    private static async Task<Ok<IReadOnlyList<GroupResultAnswer>>> GroupsAsync(
        [Description("The survey's UUID.")] string id, [Description("The county's code, as PS.")] string county,
        GroupKeeper groups, RequestLanguage language, CancellationToken cancellationToken) => TypedResults.Ok<IReadOnlyList<GroupResultAnswer>>(
        Guid.TryParse(id, out var survey) ? [.. (await groups.ReadAsync([survey], county, cancellationToken)).Select(result => GroupResultAnswer.Of(result, language.Language))] : []);

    private static async Task<Results<Ok<SurveyResultAnswer>, Unknown>> ReadAsync(
        SurveyCodeBody kept, KeepingDesk desk, SurveyTeller teller, RequestLanguage language, HttpContext http, CancellationToken cancellationToken)
    {
        SurveyPageEndpoints.KeepNowhere(http);
        return await desk.ReadAsync(kept.Code, language.Language, http.Connection.RemoteIpAddress, cancellationToken) is { } result
            ? TypedResults.Ok(await teller.TellAsync(result, kept, cancellationToken))
            : new Unknown();
    }

    private static async Task<Results<Ok<DeletedAnswer>, Unknown>> DeleteAsync(CodeBody kept, SurveyKeeper keeper, HttpContext http, CancellationToken cancellationToken)
    {
        SurveyPageEndpoints.KeepNowhere(http);
        return await keeper.ForgetAsync(kept.Code, http.Connection.RemoteIpAddress, cancellationToken) ? TypedResults.Ok(new DeletedAnswer()) : new Unknown();
    }

    /// <summary>The code of what is to be deleted.</summary>
    /// <param name="Code">As `7KQ2-M0XA-9VTB-H3WE`, in any case, with or without hyphens.</param>
    internal sealed record CodeBody(string Code);
}
