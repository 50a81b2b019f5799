using System.Text.Json;
using ServiceTray.Data;
using ServiceTray.Import.Ptv.V12;

namespace ServiceTray.Import.Ptv;

/// <summary>All that the files hold, by id, laid aside on disk until all is read: of a record told twice, the one modified last.</summary>
internal sealed class PtvRecords : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly ImportReport report;
    private readonly DateOnly today;
    private readonly ScratchRows laid = new();
    private readonly V12Shelf shelf;

    public PtvRecords(ImportReport report, DateOnly today)
    {
        (this.report, this.today) = (report, today);
        shelf = new V12Shelf(laid, Options, today);
    }

    /// <summary>The services by id, one after another.</summary>
    public IEnumerable<PtvFound<PtvService>> Services => All<PtvService>(PtvKind.Service)
        .Select(found => found with { Record = shelf.Complete(found.Record, found.Trouble) });

    /// <summary>The organisations by id, one after another.</summary>
    public IEnumerable<PtvFound<PtvOrganisation>> Organisations => All<PtvOrganisation>(PtvKind.Organisation);

    /// <summary>The channel of an id; null: it was not given.</summary>
    public PtvFound<PtvChannel>? Channel(string id) => Find<PtvChannel>(PtvKind.Channel, id);

    /// <summary>Takes a record by what it looks like, else by its file's name; what cannot be read is reported.</summary>
    public void Add(RecordEntry entry, string file)
    {
        var trouble = new PtvTrouble(report, entry.Path, entry.Id);
        if (entry.Json.ValueKind != JsonValueKind.Object)
        {
            trouble.Add("not-a-record", "A record is an object.");
            return;
        }

        var newer = V12Kinds.Of(entry.Json, file);
        var kind = newer is { } told ? PtvKind.Of(told) : PtvKind.Of(entry.Json, file);
        if (kind is null)
        {
            trouble.Add("not-a-record", "It is neither a service, a channel nor an organisation.");
            return;
        }

        report.Saw(kind);
        try
        {
            Add(newer, kind, entry, trouble);
        }
        catch (JsonException exception)
        {
            trouble.Add("unreadable", $"{exception.Path} is not what it should be.", exception.Path);
        }
        catch (InvalidOperationException)
        {
            trouble.Add("unreadable", "A text holds half a character.");
        }
    }

    public void Dispose() => laid.Dispose();

    /// <summary>Records of version 12 are told in the words of the versions before, so that all the rest reads one shape.</summary>
    private void Add(V12Kind? newer, string kind, RecordEntry entry, PtvTrouble trouble)
    {
        switch (newer, kind)
        {
            case (V12Kind.Service, _):
                Add(kind, entry, V12ServiceReader.Read(entry.Json.Deserialize<V12Service>(Options)!), trouble);
                break;
            case (V12Kind.Channel, _):
                Add(kind, entry, V12ChannelReader.Read(entry.Json.Deserialize<V12Channel>(Options)!, today), trouble);
                break;
            case (V12Kind.Organisation, _):
                Add(kind, entry, V12OrganisationReader.Read(entry.Json.Deserialize<V12Organisation>(Options)!), trouble);
                break;
            case (V12Kind.Archived, _):
                Add(kind, entry, PtvService.Archived(entry.Id), trouble);
                break;
            case (not null, _):
                shelf.Add(newer.Value, entry);
                break;
            case (_, PtvKind.Service):
                Add<PtvService>(kind, entry, trouble);
                break;
            case (_, PtvKind.Channel):
                Add<PtvChannel>(kind, entry, trouble);
                break;
            default:
                Add<PtvOrganisation>(kind, entry, trouble);
                break;
        }
    }

    private void Add<T>(string kind, RecordEntry entry, T record, PtvTrouble trouble)
        where T : class, IPtvRecord => Add<T>(kind, entry with { Json = JsonSerializer.SerializeToElement(record, Options) }, trouble);

    private void Add<T>(string kind, RecordEntry entry, PtvTrouble trouble)
        where T : class, IPtvRecord
    {
        var row = new ScratchRow(entry.Path, entry.Json.GetRawText());
        var found = Read<T>(row);
        if (string.IsNullOrWhiteSpace(found.Record.Id))
        {
            trouble.Add("no-id", "A record without an id cannot be known again.", "$.id");
            return;
        }

        var key = KeyOf(found.Record.Id);
        if (Find<T>(kind, key) is not { } before)
        {
            laid.Add(kind, key, row);
            return;
        }

        report.Leave("told-twice");
        if (found.IsLaterThan(before))
        {
            laid.Replace(kind, key, row);
        }
    }

    /// <summary>Ids are the same in small letters and in capitals.</summary>
    private static string KeyOf(string id) => id.ToUpperInvariant();

    private IEnumerable<PtvFound<T>> All<T>(string kind)
        where T : class, IPtvRecord => laid.All(kind).Select(Read<T>);

    private PtvFound<T>? Find<T>(string kind, string id)
        where T : class, IPtvRecord => laid.Of(kind, KeyOf(id)) is [var row] ? Read<T>(row) : null;

    private PtvFound<T> Read<T>(ScratchRow row)
        where T : class, IPtvRecord
    {
        var record = JsonSerializer.Deserialize<T>(row.Body, Options)!;
        return new PtvFound<T>(record, row.Body, new PtvTrouble(report, row.Path, record.Id));
    }
}
