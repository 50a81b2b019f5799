namespace ServiceTray.Search.Analysis;

/// <summary>One way to understand a word, with how sure it is.</summary>
/// <param name="Text">The base form, part, root or stem.</param>
/// <param name="Weight">1 for the base form itself, less for what only hints at it.</param>
internal readonly record struct Reading(string Text, float Weight);
