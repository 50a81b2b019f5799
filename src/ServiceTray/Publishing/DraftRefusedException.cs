using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Publishing;

/// <summary>What was written cannot be kept, or not be published yet.</summary>
internal sealed class DraftRefusedException : RefusalException
{
    public DraftRefusedException(params IReadOnlyList<DraftProblem> problems)
        : base(RefusalCodes.DraftInvalid, $"{string.Join(", ", problems.Select(problem => $"{problem.Field}: {PublicWords.Of(problem.Fault)}"))}.")
    {
        Problems = problems;
        Details = new Dictionary<string, object?> { ["argument"] = problems[0].Field };
    }

    public IReadOnlyList<DraftProblem> Problems { get; }
}
