namespace ServiceTray.Import;

/// <summary>How far a run is: how many records of those that were read are applied.</summary>
internal sealed record ImportProgress(int Applied, int Read);
