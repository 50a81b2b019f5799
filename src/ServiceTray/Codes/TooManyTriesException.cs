using ServiceTray.Refusals;

namespace ServiceTray.Codes;

/// <summary>One network tried so many wrong codes, or made so many new ones, that it must wait.</summary>
internal sealed class TooManyTriesException()
    : RefusalException(RefusalCodes.TooManyTries, $"Too many codes were tried or made from here; try again in {CodeGuard.Minutes} minutes.");
