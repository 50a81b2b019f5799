using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.Ptv;

/// <summary>The register's records into ours, in an order that does not depend on how they were given.</summary>
internal sealed class PtvReader(PtvRecords records, PtvThemeRules rules, Regions regions, DateTimeOffset fetchedAt, ImportReport report)
{
    private readonly PtvServiceReader reader = new(rules, regions, fetchedAt);
    private readonly HashSet<Guid> organisations = [];
    private readonly HashSet<Guid> places = [];
    private readonly HashSet<string> lookedInto = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Organisations, then each service with the places that it goes on at, when it is shown; and what is gone. One record at a time.</summary>
    public IEnumerable<IncomingRecord> Read()
    {
        foreach (var found in records.Organisations)
        {
            if (found.IsPublished && PtvOrganisationReader.Read(found.Record, fetchedAt) is { } organisation)
            {
                organisations.Add(organisation.Id);
                yield return new IncomingOrganisation(organisation);
            }
        }

        foreach (var found in records.Services)
        {
            var joins = IsShown(found) ? Joins(found) : [];
            if (Read(found, joins) is not { } incoming)
            {
                continue;
            }

            if (incoming is IncomingOffering { Offering.Themes.Count: > 0 })
            {
                if (Named(found.Record) is { } named)
                {
                    yield return named;
                }

                foreach (var place in joins.SelectMany(join => join.Places).Where(place => places.Add(place.Id)))
                {
                    yield return new IncomingPlace(place);
                }
            }

            yield return incoming;
        }
    }

    /// <summary>Whether a service comes onto the tray; the channels of others are not looked into.</summary>
    private bool IsShown(PtvFound<PtvService> found) =>
        found.IsPublished && PtvAudiencesReader.Read(found.Record) is not null && rules.Taking(found.Record).Count > 0;

    private IncomingRecord? Read(PtvFound<PtvService> found, IReadOnlyList<PtvJoin> joins)
    {
        if (found.IsGone)
        {
            report.Leave("gone");
            return new IncomingRemoval(Source.IdOf(PtvSource.SourceName, found.Record.Id!));
        }

        if (!found.IsPublished)
        {
            report.Leave("not-published");
            return null;
        }

        if (PtvAudiencesReader.Read(found.Record) is null)
        {
            // It may have been for residents once: then it goes.
            report.Leave("not-for-residents");
            return new IncomingRemoval(Source.IdOf(PtvSource.SourceName, found.Record.Id!));
        }

        return reader.Read(found.Record, joins, found.Trouble) ?? (IncomingRecord)new IncomingUnread(Source.IdOf(PtvSource.SourceName, found.Record.Id!));
    }

    /// <summary>A service names its organisation, which is enough to show it when the organisation's own record was not given.</summary>
    private IncomingOrganisation? Named(PtvService service) =>
        PtvServiceReader.ResponsibleOf(service) is { } item && PtvOrganisationReader.Read(item, fetchedAt) is { } named && organisations.Add(named.Id)
            ? new IncomingOrganisation(named, OnlyNamed: true)
            : null;

    private List<PtvJoin> Joins(PtvFound<PtvService> service)
    {
        var joins = new List<PtvJoin>();
        var missing = 0;
        foreach (var connection in service.Record.ServiceChannels.Told())
        {
            if (connection.ServiceChannel?.Id is not { } id || records.Channel(id) is not { } channel)
            {
                missing++;
            }
            else if (channel.IsPublished)
            {
                joins.Add(new PtvJoin(connection, channel.Record, PlacesOf(id, channel)));
            }
        }

        if (missing > 0)
        {
            service.Trouble.Add("channel-missing", $"{missing} of its channels were not given; their places and contacts are not shown.", "$.serviceChannels");
        }

        return joins;
    }

    /// <summary>Its places; what is wrong with them is told once, however many services name the channel.</summary>
    private IReadOnlyList<Place> PlacesOf(string id, PtvFound<PtvChannel> channel) =>
        channel.Record.IsLocation ? PtvPlacesReader.Read(channel.Record, regions, lookedInto.Add(id) ? channel.Trouble : PtvTrouble.Told) : [];
}
