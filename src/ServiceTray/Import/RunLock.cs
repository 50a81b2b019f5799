using ServiceTray.Data;

namespace ServiceTray.Import;

/// <summary>Lets one run of a source go on at a time, over processes; a process that dies lets go.</summary>
internal static class RunLock
{
    /// <summary>Held until disposed; null: another run of this source is going on.</summary>
    public static FileStream? TryTake(TrayDatabase database, string source) => TrayDatabase.TryHold(Path.Combine(database.Folder, $"import-{source}.lock"));
}
