namespace ServiceTray.Refusals;

/// <summary>Every code by which the tray says no, the same word on every edge; never renamed.</summary>
internal static class RefusalCodes
{
    /// <summary>The GraphQL document cannot be read.</summary>
    public const string GraphQLParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The GraphQL document does not fit the schema.</summary>
    public const string GraphQLValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The request is none that GraphQL over HTTP knows: no JSON, no query, another method or media type.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>No document is kept under this hash; send the whole once.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>A variable's value does not fit its type.</summary>
    public const string VariableInvalid = "VARIABLE_INVALID";

    /// <summary>A filter or argument cannot be accepted; <c>argument</c> says which.</summary>
    public const string FilterInvalid = "FILTER_INVALID";

    /// <summary>No place is known by these words; <c>suggestions</c> holds the nearest spellings.</summary>
    public const string PlaceUnknown = "PLACE_UNKNOWN";

    /// <summary>The cursor is not of this search.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary>The cursor was good once, but what it pointed into is gone.</summary>
    public const string CursorExpired = "CURSOR_EXPIRED";

    /// <summary>A page is 0 to 100 long, asked from one end.</summary>
    public const string PageSizeInvalid = "PAGE_SIZE_INVALID";

    /// <summary>The request asks for more than one request may.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The answer took too long and was left.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>Sign in first.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The one signed in may not do this.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>There is no such thing.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>A code is asked by POST, so that it stays out of addresses.</summary>
    public const string CodeByGet = "CODE_BY_GET";

    /// <summary>Too many codes were tried or made from one network; wait a while.</summary>
    public const string TooManyTries = "TOO_MANY_TRIES";

    /// <summary>A tray holds something.</summary>
    public const string TrayEmpty = "TRAY_EMPTY";

    /// <summary>What is kept ends within a year.</summary>
    public const string ExpiryInvalid = "EXPIRY_INVALID";

    /// <summary>There is no such offering to pick.</summary>
    public const string OfferingUnknown = "OFFERING_UNKNOWN";

    /// <summary>An offering is on a tray once.</summary>
    public const string OfferingTwice = "OFFERING_TWICE";

    /// <summary>The survey is not meant for one person's suggestions.</summary>
    public const string UseNotAllowed = "USE_NOT_ALLOWED";

    /// <summary>The code of the earlier result opens nothing.</summary>
    public const string PreviousUnknown = "PREVIOUS_UNKNOWN";

    /// <summary>The earlier result is of another survey; only like is compared with like.</summary>
    public const string NotComparable = "NOT_COMPARABLE";

    /// <summary>The survey has no such question.</summary>
    public const string QuestionUnknown = "QUESTION_UNKNOWN";

    /// <summary>A question is answered once.</summary>
    public const string AnsweredTwice = "ANSWERED_TWICE";

    /// <summary>The question needs an answer.</summary>
    public const string AnswerMissing = "ANSWER_MISSING";

    /// <summary>The answer is not of the question's kind.</summary>
    public const string KindWrong = "KIND_WRONG";

    /// <summary>The choice is none of the question's.</summary>
    public const string ChoiceUnknown = "CHOICE_UNKNOWN";

    /// <summary>The number is not on the question's scale.</summary>
    public const string OutOfScale = "OUT_OF_SCALE";

    /// <summary>The text is longer than the question lets it be.</summary>
    public const string TextTooLong = "TEXT_TOO_LONG";

    /// <summary>The text holds a character that cannot be read.</summary>
    public const string TextInvalid = "TEXT_INVALID";

    /// <summary>The tray failed; the id in the answer finds the trace in the log.</summary>
    public const string Internal = "INTERNAL";
}
