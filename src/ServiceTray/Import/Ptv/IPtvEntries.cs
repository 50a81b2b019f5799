namespace ServiceTray.Import.Ptv;

/// <summary>Where the register's records are read: from files, or from its Open API.</summary>
internal interface IPtvEntries
{
    /// <summary>The file, folder or address.</summary>
    string Origin { get; }

    /// <summary>Since when they tell what changed; null: they tell all.</summary>
    DateTimeOffset? Since => null;

    /// <summary>The same, of what changed since; null: it cannot be told.</summary>
    IPtvEntries? ChangedSince(DateTimeOffset since) => null;

    /// <summary>The records, each with the name of what it was read from.</summary>
    IAsyncEnumerable<(RecordEntry Entry, string From)> ReadAsync(ImportReport report, CancellationToken cancellationToken);
}
