namespace ServiceTray.GraphQL.Language;

/// <summary>The text is not GraphQL, or is longer or deeper than allowed; never leaves the engine.</summary>
internal sealed class SyntaxException(Source source, int offset, string message, bool isLimit = false) : Exception(message)
{
    public new Source Source { get; } = source;

    public int Offset { get; } = offset;

    public bool IsLimit { get; } = isLimit;

    public GraphQLError ToError() => new(IsLimit ? Message : $"Syntax error: {Message}", IsLimit ? ErrorCodes.LimitExceeded : ErrorCodes.ParseFailed)
    {
        Locations = [Source.Locate(Offset)],
    };
}
