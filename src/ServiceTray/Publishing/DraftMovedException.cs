using ServiceTray.Refusals;

namespace ServiceTray.Publishing;

/// <summary>Somebody saved the draft since it was read; nothing is overwritten.</summary>
internal sealed class DraftMovedException : RefusalException
{
    public DraftMovedException(int version)
        : base(RefusalCodes.DraftMoved, "Somebody else has saved this draft since you opened it.") => Details = new Dictionary<string, object?> { ["version"] = version };
}
