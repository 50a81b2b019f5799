namespace ServiceTray.Search.Querying;

/// <summary>A hit while it is ranked.</summary>
/// <param name="Primary">The value the order sorts by, turned so that less is better.</param>
/// <param name="Segment">Number of its segment in the snapshot.</param>
/// <param name="Document">Number in the segment.</param>
/// <param name="Text">Its text score.</param>
internal readonly record struct Standing(long Primary, int Segment, int Document, float Text);
