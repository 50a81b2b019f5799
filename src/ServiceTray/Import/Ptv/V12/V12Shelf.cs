using System.Text.Json;
using ServiceTray.Data;

namespace ServiceTray.Import.Ptv.V12;

/// <summary>What version 12 tells of a service in records of their own, laid aside until the service is read: connections, its general description, collections, terms, areas.</summary>
internal sealed class V12Shelf(ScratchRows laid, JsonSerializerOptions options, DateOnly today)
{
    /// <summary>Lays a record aside under what it is asked for by.</summary>
    public void Add(V12Kind kind, RecordEntry entry)
    {
        switch (kind)
        {
            case V12Kind.Connection when Read<V12Connection>(entry) is { ServiceContentId: { } service } connection:
                Lay(kind, service, V12ConnectionReader.Read(connection, today), entry);
                break;
            case V12Kind.Description when Read<V12Service>(entry) is { ContentId: { } id } general:
                Lay(kind, id, V12ServiceReader.Read(general), entry);
                break;
            case V12Kind.Collection when Read<V12Collection>(entry) is { } collection:
                foreach (var item in collection.Items.Told().Where(item => item is { ItemType: "Service", ContentId: not null }))
                {
                    Lay(kind, item.ContentId!, new PtvCollection([.. V12Texts.Of(collection.LanguageVersions, "Name", text => text.Name)]), entry);
                }

                break;
            case V12Kind.Term when Read<V12Code>(entry) is { Uri: { } uri } term:
                Lay(kind, uri, new PtvTerm([.. V12Texts.Of(term.Name)], null, uri), entry);
                break;
            case V12Kind.Region or V12Kind.County when Read<V12Code>(entry) is { Code: { } code } area:
                Lay(kind, code, new PtvArea($"{kind}", code, null, [.. area.Municipalities.Told().Select(within => new PtvMunicipality(within))]), entry);
                break;
        }
    }

    /// <summary>A service with all that was laid aside for it; one of a version before is as it was.</summary>
    public PtvService Complete(PtvService service, PtvTrouble trouble)
    {
        var whole = service.GeneralDescriptionId is { } id && Of<PtvService>(V12Kind.Description, id) is [var general, ..] ? V12ServiceReader.Merge(service, general) : service;
        return whole with
        {
            ServiceChannels = Both(whole.ServiceChannels, Of<PtvConnection>(V12Kind.Connection, service.Id!).DistinctBy(connection => connection.ServiceChannel?.Id?.ToUpperInvariant())),
            ServiceCollections = Both(whole.ServiceCollections, Of<PtvCollection>(V12Kind.Collection, service.Id!)),
            OntologyTerms = whole.OntologyTerms is null ? null : [.. whole.OntologyTerms.Told().Select(Named)],
            Areas = whole.Areas is null ? null : [.. whole.Areas.Told().Select(area => Filled(area, trouble))],
        };
    }

    private static IReadOnlyList<T?>? Both<T>(IReadOnlyList<T?>? told, IEnumerable<T> laid)
        where T : class
    {
        T?[] all = [.. told ?? [], .. laid];
        return all.Length > 0 ? all : told;
    }

    private PtvTerm Named(PtvTerm term) =>
        term is { Name: null, Uri: { } uri } && Of<PtvTerm>(V12Kind.Term, uri) is [var named, ..] ? named : term;

    private PtvArea Filled(PtvArea area, PtvTrouble trouble)
    {
        if (area is not { Municipalities: null, Code: { } code } || !Enum.TryParse<V12Kind>(area.Type, out var kind))
        {
            return area;
        }

        if (Of<PtvArea>(kind, code) is [var filled, ..])
        {
            return filled;
        }

        trouble.Add("area-unknown", $"What municipalities {area.Type} {code} has was not told.", "$.area");
        return area;
    }

    private T Read<T>(RecordEntry entry) => entry.Json.Deserialize<T>(options)!;

    private void Lay<T>(V12Kind kind, string key, T value, RecordEntry entry) => laid.Add($"{kind}", key.ToUpperInvariant(), new ScratchRow(entry.Path, JsonSerializer.Serialize(value, options)));

    private IEnumerable<T> Read<T>(IEnumerable<ScratchRow> rows) => rows.Select(row => JsonSerializer.Deserialize<T>(row.Body, options)!);

    private List<T> Of<T>(V12Kind kind, string key) => [.. Read<T>(laid.Of($"{kind}", key.ToUpperInvariant()))];
}
