namespace ServiceTray.Import;

/// <summary>How a run is meant: whether it only tries, whether a person has said beforehand that much may go, and whether events that are over go too when the source no longer tells them.</summary>
internal sealed record ImportChoices(bool DryRun = false, bool MayRemove = false, bool PastToo = false);
