using System.Text.Json.Nodes;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Writes the client's permission as a FHIR R4 Consent: each purpose, each to whom it may be told and each field that she keeps back is a provision.</summary>
internal static class ConsentWriter
{
    public static JsonObject Write(Consent consent, Programme programme, JsonObject subject) => new()
    {
        ["resourceType"] = "Consent",
        ["status"] = consent.WithdrawnAt is null ? "active" : "inactive",
        ["scope"] = FhirParts.Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        ["category"] = new JsonArray(
            FhirParts.Concept("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IDSCL"),
            FhirParts.Concept(FhirNames.Agreements, PublicWords.Of(consent.Form))),
        ["patient"] = subject.DeepClone(),
        ["dateTime"] = FeedWords.Instant(consent.GivenAt),
        ["policy"] = new JsonArray(new JsonObject { ["uri"] = FhirNames.Programme + programme.Key }),
        ["policyRule"] = FhirParts.Words(consent.TextVersion),
        ["provision"] = new JsonObject
        {
            ["type"] = "deny",
            ["period"] = new JsonObject { ["start"] = FhirParts.Day(HelsinkiTime.Day(consent.GivenAt)), ["end"] = FhirParts.Day(consent.Until) },
            ["provision"] = new JsonArray(
            [
                .. Enum.GetValues<Purpose>().Select(purpose => (JsonNode)Provision(FhirNames.Purposes, PublicWords.Of(purpose), consent.On.Contains(purpose) && consent.WithdrawnAt is null)),
                .. programme.Disclosures.Select(one => (JsonNode)Provision(FhirNames.Disclosures, one.Key, consent.Disclosures.Contains(one.Key) && consent.WithdrawnAt is null)),
                .. consent.Hidden.Order().Select(field => (JsonNode)Provision(FhirNames.Fields, PublicWords.Of(field), isPermitted: false)),
            ]),
        },
    };

    private static JsonObject Provision(string system, string code, bool isPermitted) => new()
    {
        ["type"] = isPermitted ? "permit" : "deny",
        ["code"] = new JsonArray(FhirParts.Concept(system, code)),
    };
}
