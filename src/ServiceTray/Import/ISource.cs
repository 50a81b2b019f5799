namespace ServiceTray.Import;

/// <summary>Somewhere that offerings come from.</summary>
internal interface ISource
{
    /// <summary>The name that ids and provenance are made of, as <c>ptv</c>; never changed.</summary>
    string Name { get; }

    /// <summary>The file, folder or address that is read, as reports name it; no key or word of a person in it.</summary>
    string Origin { get; }

    /// <summary>Whether it tells all it has, so that what it lacks is gone.</summary>
    bool IsWhole { get; }

    /// <summary>Since when it tells what changed; null: it is no run of changes.</summary>
    DateTimeOffset? Since => null;

    /// <summary>All its records in the tray's own terms; what cannot be read goes into the report and the rest goes on.</summary>
    /// <exception cref="ImportException">The source as a whole cannot be trusted, as when its file ends in the middle.</exception>
    IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, CancellationToken cancellationToken);
}
