namespace ServiceTray.Search.Analysis;

/// <summary>A word of a text.</summary>
/// <param name="Text">In composed form and lower case.</param>
/// <param name="Start">Where it starts in the composed text.</param>
/// <param name="Length">How long it is there, in UTF-16 units.</param>
internal readonly record struct Word(string Text, int Start, int Length);
