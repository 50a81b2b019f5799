using ServiceTray.Refusals;

namespace ServiceTray.Codes;

/// <summary>Somebody tried or sent so much that she must wait, so many minutes at most.</summary>
internal sealed class TooManyTriesException(int minutes)
    : RefusalException(RefusalCodes.TooManyTries, $"Too much was tried or sent; try again in {(minutes < 120 ? $"{minutes} minutes" : $"{minutes / 60} hours")}.")
{
    public int Minutes => minutes;
}
