using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>Why an offering is suggested; each can be recomputed from what the caller can read.</summary>
internal sealed record Reason(ReasonKind Kind, LocalizedText Text);

/// <summary>The kinds of reasons.</summary>
internal enum ReasonKind
{
    AnsweredNeed,
    ChosenImportant,
    Nearby,
    OpenSoon,
    Free,
    LowThreshold,
    SuitsAge,
    SuitsLanguage,
    Accessible,
    HasRoom,
    Alike,
}
