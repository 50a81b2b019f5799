using System.Text.Json.Nodes;
using ServiceTray.Referrals;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Writes the client as a FHIR R4 Patient: how she is called and reached, and no more.</summary>
internal static class PatientWriter
{
    public static JsonObject Write(ReferralClient client)
    {
        var patient = new JsonObject
        {
            ["resourceType"] = "Patient",
            ["name"] = new JsonArray(FhirParts.Words(client.Name)),
        };
        if (client.Contact is { } contact)
        {
            if (client.Channel == ContactChannel.Letter)
            {
                patient["address"] = new JsonArray(FhirParts.Words(contact));
            }
            else
            {
                patient["telecom"] = new JsonArray(new JsonObject
                {
                    ["system"] = client.Channel switch { ContactChannel.Email => "email", ContactChannel.TextMessage => "sms", _ => "phone" },
                    ["value"] = contact,
                });
            }
        }

        if (client.Language is { } language)
        {
            patient["communication"] = new JsonArray(new JsonObject { ["language"] = FhirParts.Concept("urn:ietf:bcp:47", language) });
        }

        return patient;
    }
}
