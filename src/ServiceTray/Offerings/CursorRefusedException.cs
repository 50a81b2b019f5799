using ServiceTray.Refusals;

namespace ServiceTray.Offerings;

/// <summary>A cursor that no page can follow.</summary>
internal sealed class CursorRefusedException(bool expired, string message)
    : RefusalException(expired ? RefusalCodes.CursorExpired : RefusalCodes.CursorInvalid, message);
