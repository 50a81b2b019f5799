using ServiceTray.Languages;

namespace ServiceTray.Import;

/// <summary>Something in a source that could not be taken as it is: where, of which record, what kind of trouble, in words.</summary>
internal sealed record ImportProblem(string Path, string? Id, string Reason, string Message)
{
    /// <summary>What exactly, in English, where the message says it in another way; null: the message is all.</summary>
    public string? Detail { get; init; }

    /// <summary>The same in a language: what the kind of trouble is, with what exactly beside it.</summary>
    public ImportProblem In(Language language) => Texts.OfProblem(Reason, ColumnOf(), language) is { } words ? this with { Message = words, Detail = Message } : this;

    /// <summary>A wrong cell is told with its column first.</summary>
    private string ColumnOf() => Reason == "cell-wrong" && Message.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? Message[..end] : "";
}
