using System.Runtime.CompilerServices;
using ServiceTray.Import;

namespace ServiceTray.Connections;

/// <summary>What stands at a connected address, all of it offered by the organisation that connected it, whatever the address says of others.</summary>
internal sealed class ConnectedSource(Connection connection, ISource? there) : ISource
{
    public string Name => connection.SourceName;

    public string Origin => there?.Origin ?? Import.Remote.RemoteClient.Shown(new Uri(connection.Address));

    public bool IsWhole => true;

    /// <summary>Its records; none at all when it is no longer read.</summary>
    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (there is null)
        {
            yield break;
        }

        await foreach (var record in there.ReadAsync(report, cancellationToken))
        {
            if (record is IncomingOrganisation)
            {
                continue;
            }

            if (record is IncomingOffering incoming)
            {
                incoming.Offering.OrganisationId = connection.OrganisationId;
            }

            yield return record;
        }
    }
}
