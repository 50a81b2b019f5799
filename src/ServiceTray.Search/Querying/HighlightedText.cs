namespace ServiceTray.Search.Querying;

/// <summary>A text with the words that a query hits.</summary>
/// <param name="Text">The text in composed form (NFC); the spans are of this.</param>
/// <param name="Spans">The words that are hit, in order.</param>
public sealed record HighlightedText(string Text, IReadOnlyList<TextSpan> Spans);

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length);
