using System.Text.Json;

namespace ServiceTray.Import.Ptv.V12;

/// <summary>What must still be asked for, by the ids that were read so far.</summary>
internal sealed class V12Needs
{
    private readonly HashSet<string> channels = [];

    public HashSet<string> Services { get; } = [];

    /// <summary>Services of which something else has changed.</summary>
    public HashSet<string> Touched { get; } = [];

    /// <summary>Channels that were read already.</summary>
    public HashSet<string> Known { get; } = [];

    public HashSet<string> Organisations { get; } = [];

    public HashSet<string> Descriptions { get; } = [];

    public HashSet<string> Terms { get; } = [];

    public IReadOnlyList<string> Channels => [.. channels.Except(Known)];

    public void Take(JsonElement service)
    {
        Note(Services, service, "contentId");
        Note(Organisations, service, "organizationContentId");
        Note(Descriptions, service, "generalDescriptionContentId");
        TakeTerms(service);
    }

    public void TakeConnection(JsonElement connection) => Note(channels, connection, "channelContentId");

    public void TakeTerms(JsonElement record)
    {
        if (record.ValueKind == JsonValueKind.Object && record.TryGetProperty("ontologyTerms", out var terms) && terms.ValueKind == JsonValueKind.Array)
        {
            Terms.UnionWith(terms.EnumerateArray().Where(term => term.ValueKind == JsonValueKind.String).Select(term => term.GetString()!));
        }
    }

    public void Touch(JsonElement connection) => Note(Touched, connection, "serviceContentId");

    private static void Note(HashSet<string> ids, JsonElement record, string property)
    {
        if (record.ValueKind == JsonValueKind.Object && record.TryGetProperty(property, out var id) && id.ValueKind == JsonValueKind.String)
        {
            ids.Add(id.GetString()!);
        }
    }
}
