using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import.Ptv;

/// <summary>The register's records into ours, in an order that does not depend on how they were given.</summary>
internal sealed class PtvReader(PtvRecords records, PtvThemeRules rules, Regions regions, DateTimeOffset fetchedAt, ImportReport report)
{
    private readonly PtvServiceReader reader = new(rules, regions, fetchedAt);
    private readonly Dictionary<string, IReadOnlyList<Place>> placesOf = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Organisations, places that something shown goes on at, offerings, and what is gone.</summary>
    public IEnumerable<IncomingRecord> Read()
    {
        var organisations = new Dictionary<Guid, IncomingOrganisation>();
        var places = new Dictionary<Guid, Place>();
        var rest = new List<IncomingRecord>();
        foreach (var found in ById(records.Organisations))
        {
            if (found.IsPublished && PtvOrganisationReader.Read(found.Record, fetchedAt) is { } organisation)
            {
                organisations[organisation.Id] = new IncomingOrganisation(organisation);
            }
        }

        foreach (var found in ById(records.Services))
        {
            var joins = IsShown(found) ? Joins(found) : [];
            if (Read(found, joins) is not { } incoming)
            {
                continue;
            }

            rest.Add(incoming);
            if (incoming is IncomingOffering { Offering.Themes.Count: > 0 })
            {
                Name(found.Record, organisations);
                foreach (var place in joins.SelectMany(join => join.Places))
                {
                    places[place.Id] = place;
                }
            }
        }

        return
        [
            .. organisations.Values.OrderBy(incoming => incoming.Organisation.Id),
            .. places.Values.OrderBy(place => place.Id).Select(place => new IncomingPlace(place)),
            .. rest,
        ];
    }

    private static IEnumerable<PtvFound<T>> ById<T>(IReadOnlyDictionary<string, PtvFound<T>> found)
        where T : IPtvRecord => found.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(pair => pair.Value);

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
    private void Name(PtvService service, Dictionary<Guid, IncomingOrganisation> organisations)
    {
        if (PtvServiceReader.ResponsibleOf(service) is { } item
            && PtvOrganisationReader.Read(item, fetchedAt) is { } named
            && !organisations.ContainsKey(named.Id))
        {
            organisations[named.Id] = new IncomingOrganisation(named, OnlyNamed: true);
        }
    }

    private List<PtvJoin> Joins(PtvFound<PtvService> service)
    {
        var joins = new List<PtvJoin>();
        var missing = 0;
        foreach (var connection in service.Record.ServiceChannels.Told())
        {
            if (connection.ServiceChannel?.Id is not { } id || !records.Channels.TryGetValue(id, out var channel))
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

    private IReadOnlyList<Place> PlacesOf(string id, PtvFound<PtvChannel> channel)
    {
        if (!placesOf.TryGetValue(id, out var places))
        {
            placesOf[id] = places = channel.Record.IsLocation ? PtvPlacesReader.Read(channel.Record, regions, channel.Trouble) : [];
        }

        return places;
    }
}
