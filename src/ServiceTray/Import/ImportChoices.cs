namespace ServiceTray.Import;

/// <summary>How a run is meant: whether it only tries, and whether a person has said beforehand that much may go.</summary>
internal sealed record ImportChoices(bool DryRun = false, bool MayRemove = false);
