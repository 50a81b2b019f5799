namespace ServiceTray.Refusals;

/// <summary>One of several things that are wrong with a request.</summary>
internal sealed record ProblemPart
{
    /// <summary>The question, item or member that it is about; null: the whole.</summary>
    public required string? Argument { get; init; }

    /// <summary>One word for a program.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, for a person, in the language of the request; it repeats nothing of what was sent.</summary>
    public required string Detail { get; init; }
}
