using System.Runtime.CompilerServices;
using ServiceTray.Import;
using ServiceTray.Publishing.Reviews;

namespace ServiceTray.Connections;

/// <summary>What stands at a connected address, all of it offered by the organisation that connected it, whatever the address says of others, and nothing new where a second person must look first.</summary>
/// <param name="connection">Whose it is.</param>
/// <param name="there">What stands there; null: nothing any more.</param>
/// <param name="sieve">Keeps back what a second person must see first.</param>
/// <param name="isLive">Whether it is connected still, asked when no other run of it goes on.</param>
internal sealed class ConnectedSource(Connection connection, ISource? there, HeldSieve sieve, Func<CancellationToken, Task<bool>> isLive) : ISource
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

        // A second person sees an offering with its place, in whichever order they are told; an address tells little enough to hold.
        var (places, offerings) = (new Dictionary<Guid, IncomingPlace>(), new List<IncomingOffering>());
        await foreach (var record in there.ReadAsync(report, cancellationToken))
        {
            switch (record)
            {
                case IncomingOrganisation:
                    break;
                case IncomingPlace place:
                    places[place.Place.Id] = place;
                    break;
                case IncomingOffering incoming:
                    incoming.Offering.OrganisationId = connection.OrganisationId;
                    offerings.Add(incoming);
                    break;
                default:
                    yield return record;
                    break;
            }
        }

        var told = offerings.Where(incoming => incoming.Offering.Themes.Count > 0).DistinctBy(incoming => incoming.Offering.Id)
            .Select(incoming => HeldRecord.Of(incoming.Offering, [.. incoming.Offering.PlaceIds.Where(places.ContainsKey).Select(id => places[id].Place)])).ToList();
        var held = await sieve.SiftAsync(connection.Id, connection.OrganisationId, connection.MadeBy, told, cancellationToken);
        offerings.RemoveAll(incoming => held.Contains(incoming.Offering.Id));
        foreach (var id in offerings.SelectMany(incoming => incoming.Offering.PlaceIds).Distinct().Where(places.ContainsKey))
        {
            yield return places[id];
        }

        foreach (var incoming in offerings)
        {
            yield return incoming;
        }
    }
}
