using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using ServiceTray.Guidance;
using ServiceTray.Refusals;

namespace ServiceTray.Web.Rest;

/// <summary>What went wrong, as RFC 9457 writes it.</summary>
internal sealed record Problem
{
    public const string ContentType = "application/problem+json";

    /// <summary>Always `about:blank`: the status and the code say what it is.</summary>
    public string Type => "about:blank";

    /// <summary>The status in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request, for a person.</summary>
    public required string Detail { get; init; }

    /// <summary>One word for a program, the same as over GraphQL.</summary>
    public required string Code { get; init; }

    /// <summary>The parameter or member that cannot be accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Argument { get; init; }

    /// <summary>The nearest spellings of a place that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Suggestions { get; init; }

    /// <summary>Everything that is wrong, when it is more than one thing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemPart>? Errors { get; init; }

    /// <summary>Help first, when what was sent calls for it; to be shown before all else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HelpRowAnswer>? Safety { get; init; }

    /// <summary>Finds the trace in the log when the tray itself failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Id { get; init; }

    public static Problem Of(int status, string code, string detail) =>
        new() { Title = ReasonPhrases.GetReasonPhrase(status), Status = status, Code = code, Detail = detail };

    public static Problem Of(RefusalException refusal) => Of(StatusOf(refusal.Code), refusal.Code, refusal.Message) with
    {
        Argument = refusal.Details.GetValueOrDefault("argument") as string,
        Suggestions = refusal.Details.GetValueOrDefault("suggestions") as IReadOnlyList<string>,
        Errors = refusal.Details.GetValueOrDefault("errors") as IReadOnlyList<ProblemPart>,
        Safety = refusal.Details.GetValueOrDefault("safety") as IReadOnlyList<HelpRowAnswer>,
    };

    /// <summary>The request was read and is refused (422), unless the code has a status of its own.</summary>
    public static int StatusOf(string code) => code switch
    {
        RefusalCodes.NotFound => StatusCodes.Status404NotFound,
        RefusalCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalCodes.Forbidden => StatusCodes.Status403Forbidden,
        RefusalCodes.LimitExceeded => StatusCodes.Status413PayloadTooLarge,
        RefusalCodes.CodeByGet => StatusCodes.Status405MethodNotAllowed,
        RefusalCodes.TooManyTries => StatusCodes.Status429TooManyRequests,
        RefusalCodes.Timeout => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
