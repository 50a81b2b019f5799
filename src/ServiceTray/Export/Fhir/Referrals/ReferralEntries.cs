using System.Text.Json.Nodes;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Referrals;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Writes a referral, as far as its reader may see it, as FHIR R4 has it: an order, what became of it, the permission for it and the form it was written on.</summary>
internal static class ReferralEntries
{
    /// <summary>The order first, then what belongs to it.</summary>
    public static IReadOnlyList<FhirEntry> Of(ReferralShown shown, Language language)
    {
        var view = shown.View;
        var addresses = new ReferralAddresses(view.Id);
        var patient = view.Client is { } client ? Entry(addresses.Patient, PatientWriter.Write(client)) : null;
        var subject = patient is null ? FhirParts.Known(FhirNames.Referrals, view.Id) : FhirParts.To(addresses.Patient);
        List<FhirEntry> beside =
        [
            .. patient is null ? Array.Empty<FhirEntry>() : [patient],
            .. view.Consent is { } consent ? [Entry(addresses.Consent, ConsentWriter.Write(consent, shown.Programme, subject))] : Array.Empty<FhirEntry>(),
            .. ReferralFormWriter.Form(view, subject) is { } form ? [Entry(addresses.Form, form)] : Array.Empty<FhirEntry>(),
            .. ReferralFormWriter.Survey(view, shown.Programme, subject) is { } survey ? [Entry(addresses.Survey, survey)] : Array.Empty<FhirEntry>(),
        ];
        var order = ServiceRequestWriter.Write(shown, subject, language);
        if (beside.Where(entry => entry != patient).Select(entry => (JsonNode)FhirParts.To(entry.Url)).ToArray() is { Length: > 0 } supporting)
        {
            order["supportingInfo"] = new JsonArray(supporting);
        }

        if (TaskWriter.Write(shown, subject, addresses.Order) is { } task)
        {
            beside.Add(Entry(addresses.Task, task));
        }

        return [new FhirEntry(addresses.Order, order), .. beside];

        FhirEntry Entry(string url, JsonObject resource)
        {
            resource.Insert(1, "id", ReferralAddresses.IdOf(url));
            return new FhirEntry(url, resource, IsMatch: false);
        }
    }
}

/// <summary>How the resources of one referral are called within a bundle: always the same.</summary>
internal sealed record ReferralAddresses(Guid Referral)
{
    private const string Start = "urn:uuid:";

    public string Order => $"{Start}{Referral}";

    public string Patient => Of("patient");

    public string Consent => Of("consent");

    public string Task => Of("task");

    public string Form => Of("form");

    public string Survey => Of("survey");

    public static string IdOf(string url) => url[Start.Length..];

    private string Of(string part) => $"{Start}{Source.IdOf($"fhir:{part}", $"{Referral}")}";
}
