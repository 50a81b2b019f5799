namespace ServiceTray.Import.Seed;

/// <summary>A seed file that was loaded, known by the hash of what was in it.</summary>
internal sealed class SeedFile
{
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }
}
