using System.Text.Json.Nodes;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>A part of a resource that somebody else wrote: what is not there, or is something else, is nothing.</summary>
internal readonly record struct FhirPart(JsonNode? Node)
{
    public string? Text => Node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public bool IsTrue => Node is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public bool IsFalse => Node is JsonValue value && value.TryGetValue<bool>(out var flag) && !flag;

    public bool IsText => Node is JsonValue value && value.TryGetValue<string>(out _);

    public bool IsThere => Node is not null;

    public FhirPart this[string name] => new(Node is JsonObject members && members.TryGetPropertyValue(name, out var member) ? member : null);

    /// <summary>What it is made of.</summary>
    public IEnumerable<string> Names => Node is JsonObject members ? members.Select(member => member.Key) : [];

    public IEnumerable<FhirPart> All => Node is JsonArray list ? list.Select(node => new FhirPart(node)) : [];

    /// <summary>The codes of a system in a concept, or in a list of them.</summary>
    public IEnumerable<string> Codes(string system)
    {
        var concepts = Node is JsonArray ? All : [this];
        return concepts.SelectMany(concept => concept["coding"].All).Where(coding => coding["system"].Text == system).Select(coding => coding["code"].Text).OfType<string>();
    }

    /// <summary>The tray's id of whom a reference means, by identifier or by address.</summary>
    public Guid? Id =>
        Guid.TryParse(this["identifier"]["value"].Text ?? this["reference"].Text?.Split('/', ':')[^1], out var id) ? id : null;
}
