using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>What is told of one side of accessibility; what is not told has no fact.</summary>
internal sealed record AccessibilityFact(AccessibilityAspect Aspect, AccessibilityState State, LocalizedText Note);

/// <summary>A side of accessibility.</summary>
internal enum AccessibilityAspect
{
    Wheelchair,
    StepFree,
    AccessibleToilet,
    Parking,
    LowVision,
    Hearing,
    InductionLoop,
    CognitiveEase,
    SignLanguage,
    Quiet,
    AssistanceDog,
    AssistantFree,
}

/// <summary>How well.</summary>
internal enum AccessibilityState
{
    Yes,
    Partly,
    No,
    Unknown,
}
