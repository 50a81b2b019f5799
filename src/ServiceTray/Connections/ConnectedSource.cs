using System.Runtime.CompilerServices;
using ServiceTray.Import;

namespace ServiceTray.Connections;

/// <summary>What stands at a connected address, all of it offered by the organisation that connected it, whatever the address says of others.</summary>
/// <param name="connection">Whose it is.</param>
/// <param name="there">What stands there; null: nothing any more.</param>
/// <param name="isLive">Whether it is connected still, asked when no other run of it goes on.</param>
internal sealed class ConnectedSource(Connection connection, ISource? there, Func<CancellationToken, Task<bool>> isLive) : ISource
{
    public string Name => connection.SourceName;

    public string Origin => there?.Origin ?? "-";

    public bool IsWhole => true;

    /// <summary>Its records; none at all when it is no longer read.</summary>
    public async IAsyncEnumerable<IncomingRecord> ReadAsync(ImportReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (there is null)
        {
            yield break;
        }

        if (!await isLive(cancellationToken))
        {
            throw new ImportException(ImportFailure.Ended, "The connection was ended.");
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
