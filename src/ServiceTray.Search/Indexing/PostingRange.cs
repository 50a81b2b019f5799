namespace ServiceTray.Search.Indexing;

/// <summary>Some of a segment's postings, one after another.</summary>
/// <param name="First">Where the first stands.</param>
/// <param name="Count">How many.</param>
internal readonly record struct PostingRange(int First, int Count);
