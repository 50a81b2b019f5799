using ServiceTray.Refusals;

namespace ServiceTray.Publishing;

/// <summary>Somebody saved the draft since it was read; nothing is overwritten.</summary>
internal sealed class DraftMovedException : RefusalException
{
    /// <summary>With the version that it has now; null: it has none that a program could send again.</summary>
    public DraftMovedException(int? version)
        : base(RefusalCodes.DraftMoved, "This has changed since you looked at it: look again.") => Details = new Dictionary<string, object?> { ["version"] = version };
}
