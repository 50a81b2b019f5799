namespace ServiceTray.Search.Querying;

/// <summary>What a document has of a clause of several terms, while they are read.</summary>
/// <param name="Score">Sum of the terms' scores.</param>
/// <param name="Share">Sum of the rarities of the terms it has.</param>
internal record struct GramSum(float Score, float Share);
