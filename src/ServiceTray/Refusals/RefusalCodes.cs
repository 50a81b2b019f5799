namespace ServiceTray.Refusals;

/// <summary>Every code by which the tray says no, the same word on every edge; never renamed.</summary>
internal static class RefusalCodes
{
    /// <summary>The GraphQL document cannot be read.</summary>
    public const string GraphQLParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The GraphQL document does not fit the schema.</summary>
    public const string GraphQLValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The request cannot be read as it was sent: no JSON, no query, another method or media type than is asked for.</summary>
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

    /// <summary>The account cannot be made so; <c>problem</c> says why.</summary>
    public const string AccountInvalid = "ACCOUNT_INVALID";

    /// <summary>The draft holds what cannot be kept or published; <c>argument</c> says which field first.</summary>
    public const string DraftInvalid = "DRAFT_INVALID";

    /// <summary>Somebody else saved the draft since it was read.</summary>
    public const string DraftMoved = "DRAFT_MOVED";

    /// <summary>A break ends after today and within a year.</summary>
    public const string BreakInvalid = "BREAK_INVALID";

    /// <summary>One of two offerings that looked like one is gone, or was joined with another meanwhile.</summary>
    public const string PairOvertaken = "PAIR_OVERTAKEN";

    /// <summary>Feedback says nothing, or what cannot be read; <c>argument</c> says which field.</summary>
    public const string FeedbackInvalid = "FEEDBACK_INVALID";

    /// <summary>Somebody looked after the feedback already.</summary>
    public const string FeedbackClosed = "FEEDBACK_CLOSED";

    /// <summary>An answer to feedback has words, at most 2,000 letters of them.</summary>
    public const string FeedbackAnswerInvalid = "FEEDBACK_ANSWER_INVALID";

    /// <summary>There is no such thing.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>There was such a thing, and its source has taken it back.</summary>
    public const string Gone = "GONE";

    /// <summary>This tray sends no mail.</summary>
    public const string MailOff = "MAIL_OFF";

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

    /// <summary>The survey's questions are their owner's, and have not been brought in.</summary>
    public const string TextsMissing = "TEXTS_MISSING";

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

    /// <summary>A survey of groups counts an answer when it tells a municipality and answers by number.</summary>
    public const string NotCounted = "NOT_COUNTED";

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

    /// <summary>Somebody moved the referral meanwhile; <c>state</c> and <c>possibleMoves</c> tell how it is now.</summary>
    public const string ReferralMoved = "REFERRAL_MOVED";

    /// <summary>The referral cannot be moved so; <c>state</c> and <c>possibleMoves</c> tell what can be done.</summary>
    public const string MoveNotPossible = "MOVE_NOT_POSSIBLE";

    /// <summary>The client's permission for this is missing, switched off or over.</summary>
    public const string ConsentMissing = "CONSENT_MISSING";

    /// <summary>The agreement was given to another text than the programme's.</summary>
    public const string ConsentTextUnknown = "CONSENT_TEXT_UNKNOWN";

    /// <summary>Not enough has been tried yet to give up.</summary>
    public const string TooEarly = "TOO_EARLY";

    /// <summary>The reason is none of the programme's for this move.</summary>
    public const string ReasonUnknown = "REASON_UNKNOWN";

    /// <summary>The field is needed; <c>argument</c> says which.</summary>
    public const string FieldRequired = "FIELD_REQUIRED";

    /// <summary>Nobody can be reached by this number or address.</summary>
    public const string ContactInvalid = "CONTACT_INVALID";

    /// <summary>What was written is no code.</summary>
    public const string CodeInvalid = "CODE_INVALID";

    /// <summary>A PIN is 4 to 12 digits.</summary>
    public const string PinInvalid = "PIN_INVALID";

    /// <summary>The day does not lie ahead, or too far.</summary>
    public const string DateInvalid = "DATE_INVALID";

    /// <summary>The organisation is no recipient of the programme.</summary>
    public const string RecipientUnknown = "RECIPIENT_UNKNOWN";

    /// <summary>The organisation has had the referral before, and it has gone back once already.</summary>
    public const string RecipientHadIt = "RECIPIENT_HAD_IT";

    /// <summary>The programme takes no survey's summary along, or another's.</summary>
    public const string SurveyNotTaken = "SURVEY_NOT_TAKEN";

    /// <summary>The link person is not of this desk, or her training, confidentiality or record check is missing.</summary>
    public const string LinkPersonUnfit = "LINK_PERSON_UNFIT";

    /// <summary>The programme is not for this age.</summary>
    public const string AgeNotServed = "AGE_NOT_SERVED";

    /// <summary>The programme takes a question without the client's identity.</summary>
    public const string IdentityNotAllowed = "IDENTITY_NOT_ALLOWED";

    /// <summary>A personal identity code has no place in any field.</summary>
    public const string IdentityCodeRefused = "IDENTITY_CODE_REFUSED";

    /// <summary>A diagnosis or its code has no place in any field.</summary>
    public const string DiagnosisRefused = "DIAGNOSIS_REFUSED";

    /// <summary>The programme is unknown here or not switched on.</summary>
    public const string ProgrammeOff = "PROGRAMME_OFF";

    /// <summary>The key was used before, for another referral or for one of which nothing is left to compare; nothing was sent now.</summary>
    public const string IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED";

    /// <summary>The tray failed; the id in the answer finds the trace in the log.</summary>
    public const string Internal = "INTERNAL";
}
