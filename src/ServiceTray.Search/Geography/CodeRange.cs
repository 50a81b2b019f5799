namespace ServiceTray.Search.Geography;

/// <summary>A run of Hilbert numbers, both ends included.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal readonly record struct CodeRange(uint First, uint Last);
