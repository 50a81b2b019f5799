namespace ServiceTray.Import.Ptv;

/// <summary>Reports what is wrong with one record: where it stands and what it is called there.</summary>
internal sealed class PtvTrouble(ImportReport report, string path, string? id)
{
    /// <summary>What is wrong was told before.</summary>
    public static PtvTrouble Told => new(new ImportReport(), "", null);

    public void Add(string reason, string message, string? within = null) =>
        report.Add(new ImportProblem(within is null ? path : $"{path} {within}", id, reason, message));
}
