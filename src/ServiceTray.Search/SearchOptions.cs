using ServiceTray.Search.Analysis.Finnish;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search;

/// <summary>How an index works; the defaults run with nothing set.</summary>
public sealed record SearchOptions
{
    /// <summary>How Finnish words are read. Default: by Voikko when the machine has it.</summary>
    public FinnishChain FinnishChain { get; init; } = FinnishChain.Automatic;

    /// <summary>The folder that holds Voikko's dictionaries; null: where the library looks itself.</summary>
    public string? VoikkoDictionaryPath { get; init; }

    /// <summary>What makes one hit better than another.</summary>
    public RankingOptions Ranking { get; init; } = new();

    /// <summary>What one query may cost.</summary>
    public SearchLimits Limits { get; init; } = new();

    /// <summary>
    /// The key that cursors are authenticated with, at least 16 bytes; null: a random one for each index, so that cursors do not outlive it.
    /// Under a kept key, a cursor of an earlier index goes on by its place, but has expired in <see cref="SearchOrder.Best"/>.
    /// </summary>
    public ReadOnlyMemory<byte>? CursorKey { get; init; }

    /// <summary>How long a snapshot that gave cursors stays readable after it was replaced. Default: ten minutes.</summary>
    public TimeSpan GenerationLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The clock that measures <see cref="GenerationLife"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
