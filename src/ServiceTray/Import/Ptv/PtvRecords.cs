using System.Text.Json;

namespace ServiceTray.Import.Ptv;

/// <summary>All that the files hold, by id: of a record told twice, the one modified last.</summary>
internal sealed class PtvRecords(ImportReport report)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, PtvFound<PtvService>> services = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PtvFound<PtvChannel>> channels = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PtvFound<PtvOrganisation>> organisations = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, PtvFound<PtvService>> Services => services;

    public IReadOnlyDictionary<string, PtvFound<PtvChannel>> Channels => channels;

    public IReadOnlyDictionary<string, PtvFound<PtvOrganisation>> Organisations => organisations;

    /// <summary>Takes a record by what it looks like, else by its file's name; what cannot be read is reported.</summary>
    public void Add(RecordEntry entry, string file)
    {
        var trouble = new PtvTrouble(report, entry.Path, entry.Id);
        if (entry.Json.ValueKind != JsonValueKind.Object)
        {
            trouble.Add("not-a-record", "A record is an object.");
            return;
        }

        var kind = PtvKind.Of(entry.Json, file);
        if (kind is null)
        {
            trouble.Add("not-a-record", "It is neither a service, a channel nor an organisation.");
            return;
        }

        report.Saw(kind);
        try
        {
            switch (kind)
            {
                case PtvKind.Service:
                    Add(services, entry, trouble);
                    break;
                case PtvKind.Channel:
                    Add(channels, entry, trouble);
                    break;
                default:
                    Add(organisations, entry, trouble);
                    break;
            }
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

    private void Add<T>(Dictionary<string, PtvFound<T>> known, RecordEntry entry, PtvTrouble trouble)
        where T : class, IPtvRecord
    {
        var record = entry.Json.Deserialize<T>(Options)!;
        if (string.IsNullOrWhiteSpace(record.Id))
        {
            trouble.Add("no-id", "A record without an id cannot be known again.", "$.id");
            return;
        }

        var found = new PtvFound<T>(record, entry.Json.GetRawText(), trouble);
        if (known.TryGetValue(record.Id, out var before))
        {
            report.Leave("told-twice");
            if (!found.IsLaterThan(before))
            {
                return;
            }
        }

        known[record.Id] = found;
    }
}
