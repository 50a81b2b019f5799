namespace ServiceTray.GraphQL;

/// <summary>The words of <c>extensions.code</c> that the engine itself gives.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable's value does not fit its type.</summary>
    public const string VariableInvalid = "VARIABLE_INVALID";

    /// <summary>The request is larger, deeper or costlier than allowed.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The operation did not end in time.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>Something unexpected; the message tells an id under which the log holds the trace.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>The request is not a GraphQL-over-HTTP request.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A hash of an automatic persisted query that the server does not hold yet.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";
}
