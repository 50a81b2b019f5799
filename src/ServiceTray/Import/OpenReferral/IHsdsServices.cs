namespace ServiceTray.Import.OpenReferral;

/// <summary>Where services are read: from tables, from JSON in files, or from a feed.</summary>
internal interface IHsdsServices
{
    /// <summary>The folder, file or address.</summary>
    string Origin { get; }

    /// <summary>The services one after another, each with its place in the source.</summary>
    IAsyncEnumerable<(string Path, HsdsService Service)> ReadAsync(ImportReport report, CancellationToken cancellationToken);
}
