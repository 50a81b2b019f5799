namespace ServiceTray.Publishing;

/// <summary>What is wrong with a field.</summary>
internal sealed record DraftProblem(string Field, DraftFault Fault);

/// <summary>How a field is wrong.</summary>
internal enum DraftFault
{
    Missing,
    TooLong,
    Unreadable,
    Wrong,
    PlaceUnknown,
    TooMany,
    TooLarge,
    NotAPicture,

    /// <summary>This tray takes no pictures.</summary>
    NoPictures,

    /// <summary>A first day on which the rhythm does not come.</summary>
    OutOfRhythm,

    /// <summary>A file that could have been taken, were all else right.</summary>
    ChooseAgain,
}
