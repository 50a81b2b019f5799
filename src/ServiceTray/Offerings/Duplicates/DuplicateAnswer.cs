using ServiceTray.Languages;
using ServiceTray.Places;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>A pair that looks like one, as every edge tells it.</summary>
internal sealed record DuplicateAnswer
{
    /// <summary>The pair's id, by which it is answered.</summary>
    public required Guid Id { get; init; }

    /// <summary>What became of it.</summary>
    public required PairState State { get; init; }

    /// <summary>Whether the rule joined them, not a person.</summary>
    public required bool ByRule { get; init; }

    /// <summary>How sure it is that they are one, 0 to 1: the sum of the parts.</summary>
    public required double Score { get; init; }

    /// <summary>What the score is made of.</summary>
    public required IReadOnlyList<LikenessPart> Parts { get; init; }

    /// <summary>Which of them stays, or would.</summary>
    public required Guid Keep { get; init; }

    /// <summary>The two.</summary>
    public required IReadOnlyList<DuplicateSide> Offerings { get; init; }

    /// <summary>When they were found.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>When it was decided; null: it was not.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    public static DuplicateAnswer Of(ShownPair shown, Regions regions, Language language) => new()
    {
        Id = shown.Pair.Id,
        State = shown.Pair.State,
        ByRule = shown.Pair.ByRule,
        Score = shown.Pair.Score,
        Parts = shown.Pair.Parts,
        Keep = shown.Pair.KeptId,
        Offerings = [DuplicateSide.Of(shown.First, regions, language), DuplicateSide.Of(shown.Second, regions, language)],
        FoundAt = shown.Pair.FoundAt,
        DecidedAt = shown.Pair.DecidedAt,
    };
}

/// <summary>One of a pair: what tells it apart.</summary>
internal sealed record DuplicateSide
{
    /// <summary>Its own id, whether it was joined or not.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Text Name { get; init; }

    /// <summary>Who offers it.</summary>
    public required Text Organisation { get; init; }

    /// <summary>Where it is, as far as it may be shown; null: not told.</summary>
    public required string? Place { get; init; }

    /// <summary>The source that tells it.</summary>
    public required string Source { get; init; }

    /// <summary>What it is called there.</summary>
    public required string SourceId { get; init; }

    /// <summary>When the record last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public static DuplicateSide Of(PlacedOffering placed, Regions regions, Language language) => new()
    {
        Id = placed.Offering.Id,
        Name = placed.Offering.Name.Pick(language),
        Organisation = placed.Organisation.Name.Pick(language),
        Place = placed.Places.Select(place => LineOf(place, regions, language)).FirstOrDefault(line => line.Length > 0),
        Source = placed.Offering.Source.Name,
        SourceId = placed.Offering.Source.Id,
        UpdatedAt = placed.Offering.UpdatedAt,
    };

    private static string LineOf(Place place, Regions regions, Language language) => string.Join(", ", new[]
    {
        place.Name.TextOrNull(language)?.Value, place.StreetAddress.TextOrNull(language)?.Value, regions.Municipality(place.Municipality)?.Name.Pick(language).Value,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
