using ServiceTray.Guidance;
using ServiceTray.Refusals;

namespace ServiceTray.Surveys.Rest;

/// <summary>Answers cannot be taken; everything that is wrong is told, and help goes with it when they call for help.</summary>
internal sealed class AnswersRefusedException : RefusalException
{
    public AnswersRefusedException(IReadOnlyList<ProblemPart> errors, IReadOnlyList<HelpRowAnswer> safety)
        : base(errors[0].Code, errors[0].Detail) =>
        Details = new Dictionary<string, object?>
        {
            ["argument"] = errors[0].Argument,
            ["errors"] = errors,
            ["safety"] = safety.Count > 0 ? safety : null,
        };
}
