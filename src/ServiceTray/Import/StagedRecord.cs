using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Import;

/// <summary>A record that was read and waits for its source's end.</summary>
internal sealed class StagedRecord
{
    /// <summary>A record that tells more is none that people read; so many of the longest as are applied at once fit into memory.</summary>
    public const int Longest = 256 * 1024;

    /// <summary>Records of one kind and the next are so far apart.</summary>
    private const long KindSpan = 1_000_000_000;

    public required Guid RunId { get; init; }

    /// <summary>In which order it is applied: organisations and places first, since offerings point to them.</summary>
    public required long Position { get; init; }

    public required StagedKind Kind { get; init; }

    public required Guid EntityId { get; init; }

    public required string Record { get; init; }

    /// <summary>A record of a run, the so many-th of its kind.</summary>
    public static StagedRecord Of(Guid run, int index, IncomingRecord record) => record switch
    {
        IncomingOrganisation { OnlyNamed: true } named => Of(run, index, StagedKind.NamedOrganisation, named.Organisation.Id, named.Organisation),
        IncomingOrganisation incoming => Of(run, index, StagedKind.Organisation, incoming.Organisation.Id, incoming.Organisation),
        IncomingPlace incoming => Of(run, index, StagedKind.Place, incoming.Place.Id, incoming.Place),
        IncomingOffering { Offering: Activity { Themes.Count: > 0 } activity } => Of(run, index, StagedKind.Activity, activity.Id, activity),
        IncomingOffering { Offering: Event { Themes.Count: > 0 } dated, PutOff: var putOff } => Of(run, index, StagedKind.Event, dated.Id, With(dated, putOff ?? [])),
        // What falls out of every theme goes.
        IncomingOffering { Offering.Id: var id } => Of(run, index, StagedKind.Removal, id, ""),
        IncomingRemoval removal => Of(run, index, StagedKind.Removal, removal.Id, ""),
        IncomingUnread unread => Of(run, index, StagedKind.Unread, unread.Id, ""),
        _ => throw new NotSupportedException($"No rule for {record.GetType().Name}."),
    };

    public IncomingRecord ToIncoming() => Kind switch
    {
        StagedKind.NamedOrganisation => new IncomingOrganisation(Read<Organisation>(), OnlyNamed: true),
        StagedKind.Organisation => new IncomingOrganisation(Read<Organisation>()),
        StagedKind.Place => new IncomingPlace(Read<Place>()),
        StagedKind.Activity => new IncomingOffering(Read<Activity>(), []),
        StagedKind.Event => new IncomingOffering(Read<Event>(), [], Read<DatesPutOff>().PutOff),
        _ => new IncomingRemoval(EntityId),
    };

    private static StagedRecord Of<T>(Guid run, int index, StagedKind kind, Guid id, T record) => new()
    {
        RunId = run,
        Position = ((long)kind * KindSpan) + index,
        Kind = kind,
        EntityId = id,
        Record = JsonSerializer.Serialize(record, StagedJson.Options),
    };

    private static JsonNode With(Event dated, IReadOnlyList<string> putOff)
    {
        var node = JsonSerializer.SerializeToNode(dated, StagedJson.Options)!;
        if (putOff.Count > 0)
        {
            node["putOff"] = JsonSerializer.SerializeToNode(putOff);
        }

        return node;
    }

    private T Read<T>() => JsonSerializer.Deserialize<T>(Record, StagedJson.Options)!;

    /// <summary>What stands beside an event's own words.</summary>
    private sealed record DatesPutOff(IReadOnlyList<string>? PutOff);
}

/// <summary>What a staged record is, in the order in which kinds are applied.</summary>
internal enum StagedKind
{
    NamedOrganisation,
    Organisation,
    Place,
    Activity,
    Event,
    Removal,

    /// <summary>It changes nothing, and says only that it is not gone.</summary>
    Unread,
}
