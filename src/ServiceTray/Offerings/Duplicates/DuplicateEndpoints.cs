using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Web.Rest;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>Pairs that look like one, over REST.</summary>
internal static class DuplicateEndpoints
{
    public static RouteGroupBuilder MapDuplicateEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/duplicates", ListAsync).WithName("listDuplicates").WithTags("Duplicates")
            .Knows([QueryParameter.One<PairState>("state", "ASKING (when not told): those that wait for a person; JOINED or APART: those that were decided.")])
            .WithSummary("Offerings of two sources that look like one")
            .WithDescription("A hundred at most; those that ask by how much they are alike, the others the latest first. For administrators.");
        api.MapPost("/duplicates/{id}", AnswerAsync).WithName("answerDuplicate").WithTags("Duplicates").MayRefuse().TakesBody()
            .WithSummary("Says whether a pair is one thing")
            .WithDescription("`keep` is the id of the one that stays: the other answers with it from then on. Without `keep` they are two things, and what was joined is parted. For administrators.");
        return api;
    }

    private static async Task<Results<Ok<IReadOnlyList<DuplicateAnswer>>, Malformed>> ListAsync(
        HttpContext http, DuplicateDesk desk, Regions regions, RequestLanguage request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(http.Request.Query);
        var state = query.Word<PairState>("state") ?? PairState.Asking;
        if (query.Issue is { } issue)
        {
            return issue;
        }

        var pairs = await desk.ListAsync(state, DuplicateDesk.MostAtOnce, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<DuplicateAnswer>>([.. pairs.Select(pair => DuplicateAnswer.Of(pair, regions, request.Language))]);
    }

    private static async Task<Results<Ok<DuplicateAnswer>, Unknown>> AnswerAsync(
        [Description("A UUID that the list gave.")] string id, DuplicateSaid said, DuplicateDesk desk, Regions regions, RequestLanguage request, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "D", out var key) && await desk.AnswerAsync(key, said.Keep, cancellationToken) is { } pair
            ? TypedResults.Ok(DuplicateAnswer.Of(pair, regions, request.Language))
            : new Unknown();
}

/// <summary>What is said of a pair.</summary>
internal sealed record DuplicateSaid
{
    /// <summary>The id of the one that stays; null: they are two things.</summary>
    public Guid? Keep { get; init; }
}
