using ServiceTray.Refusals;

namespace ServiceTray.Offerings;

/// <summary>A cursor that no page can follow.</summary>
internal sealed class CursorRefusedException : RefusalException
{
    public CursorRefusedException(bool expired, string message, string argument = "after")
        : base(expired ? RefusalCodes.CursorExpired : RefusalCodes.CursorInvalid, message) => Details = new Dictionary<string, object?> { ["argument"] = argument };
}
