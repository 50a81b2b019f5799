using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Refusals;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>What a person says of a pair, over GraphQL; a refusal stands in the payload.</summary>
internal static class DuplicateMutations
{
    public static async Task<AnswerDuplicatePayload> AnswerDuplicateAsync(
        string id, string? keep, DuplicateDesk desk, Regions regions, RequestLanguage request, CancellationToken cancellationToken)
    {
        try
        {
            var pair = await desk.AnswerAsync(IdOf(id), keep is null ? null : IdOf(keep), cancellationToken);
            return pair is null
                ? new(null, [new(RefusalCodes.NotFound, "There is no such pair.")])
                : new(DuplicateAnswer.Of(pair, regions, request.Language), []);
        }
        catch (RefusalException refused) when (refused is PairOvertakenException or FilterInvalidException)
        {
            return new(null, [new(refused.Code, refused.Message)]);
        }
    }

    private static Guid IdOf(string id) => Guid.TryParse(id, out var key) ? key : Guid.Empty;
}

/// <summary>What came of an answer.</summary>
internal sealed record AnswerDuplicatePayload(DuplicateAnswer? Duplicate, IReadOnlyList<DuplicateError> Errors);

/// <summary>Why an answer was refused.</summary>
internal sealed record DuplicateError(string Code, string Text);
