namespace ServiceTray.Import.LinkedEvents;

/// <summary>Where the API's records are read: from files, or from the API itself.</summary>
internal interface ILinkedPages
{
    /// <summary>The file, folder or address.</summary>
    string Origin { get; }

    /// <summary>Since when they tell what changed; null: they tell all.</summary>
    DateTimeOffset? Since => null;

    /// <summary>The same, of what changed since; null: it cannot be told.</summary>
    ILinkedPages? ChangedSince(DateTimeOffset since) => null;

    /// <summary>Every event, and the places and keywords that it holds.</summary>
    IAsyncEnumerable<RecordEntry> ReadAsync(ImportReport report, CancellationToken cancellationToken);

    /// <summary>A publisher that is not among them; null: it cannot be had.</summary>
    Task<LinkedOrganisation?> OrganisationAsync(string id, CancellationToken cancellationToken);
}
