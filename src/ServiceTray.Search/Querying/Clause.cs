using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>One way for a word to hit: terms of one language whose scores are added.</summary>
/// <param name="Language">Their language.</param>
/// <param name="Weight">What the sum is weighed with.</param>
/// <param name="Terms">The terms.</param>
/// <param name="LeastShare">The share of the terms, weighed by rarity, that a document must have; 0: any.</param>
internal sealed record Clause(LanguageCode Language, float Weight, TermKey[] Terms, float LeastShare);
