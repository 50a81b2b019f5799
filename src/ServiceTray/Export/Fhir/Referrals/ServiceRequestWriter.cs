using System.Text.Json.Nodes;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Themes;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Writes a referral as a FHIR R4 ServiceRequest.</summary>
internal static class ServiceRequestWriter
{
    public static JsonObject Write(ReferralShown shown, JsonObject subject, Language language)
    {
        var (view, programme) = (shown.View, shown.Programme);
        var order = new JsonObject
        {
            ["resourceType"] = "ServiceRequest",
            ["id"] = $"{view.Id}",
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = FhirNames.Referrals, ["value"] = $"{view.Id}" }),
            ["instantiatesUri"] = new JsonArray(FhirNames.Programme + programme.Key),
            ["status"] = StatusOf(view.State),
            ["intent"] = "order",
        };
        if (view.Reason?.Themes is { Count: > 0 } themes)
        {
            order["category"] = new JsonArray([.. themes.Select(theme => (JsonNode)FhirParts.Concept(FhirNames.Themes, PublicWords.Of(theme), Theme.Of(theme).Name.Pick(language).Value))]);
        }

        order["code"] = FhirParts.Words(programme.Name.Pick(language).Value);
        order["subject"] = subject.DeepClone();
        order["authoredOn"] = FeedWords.Instant(view.CreatedAt);
        if (view.IsOwn)
        {
            order["requester"] = subject.DeepClone();
        }
        else if (view.SenderUnit is { } unit)
        {
            order["requester"] = FhirParts.Known(FhirNames.Organisations, unit, programme.SenderOrNull(unit)?.Name.Pick(language).Value);
        }

        order["performer"] = new JsonArray(FhirParts.Known(FhirNames.Organisations, view.Receiver, programme.RecipientOrNull(view.Receiver)?.Name.Pick(language).Value));
        WriteTarget(order, view.Target);
        JsonNode[] reasons =
        [
            .. view.Reason?.OwnWords is { } words ? [FhirParts.Words(words)] : Array.Empty<JsonNode>(),
            .. (view.Reason?.Needs ?? []).Select(key => FhirParts.Concept(FhirNames.Needs, key, programme.Needs.FirstOrDefault(known => known.Key == key)?.Name.Pick(language).Value)),
        ];
        if (reasons.Length > 0)
        {
            order["reasonCode"] = new JsonArray(reasons);
        }

        if (view.Notes.Count > 0)
        {
            order["note"] = new JsonArray([.. view.Notes.Select(note => (JsonNode)new JsonObject { ["time"] = FeedWords.Instant(note.At), ["text"] = note.Text })]);
        }

        return order;
    }

    // Whereto she would like to go, beside the desk that helps her there; without one the desk decides with her.
    private static void WriteTarget(JsonObject order, ReferralTarget? target)
    {
        switch (target)
        {
            case { Kind: TargetKind.Activity, Id: { } activity }:
                order["performer"]!.AsArray().Add(FhirParts.Known(FhirNames.Offerings, "HealthcareService", activity));
                break;
            case { Kind: TargetKind.Organisation, Id: { } organisation }:
                order["performer"]!.AsArray().Add(FhirParts.Known(FhirNames.Organisations, "Organization", organisation));
                break;
            case { Kind: TargetKind.GuidancePoint, Id: { } point }:
                order["locationReference"] = new JsonArray(FhirParts.Known(FhirNames.Offerings, "Location", point));
                break;
        }
    }

    // Of what has ended, and how she is not told, the sender knows no more than that.
    private static string StatusOf(ReferralState? state) => state switch
    {
        null => "unknown",
        ReferralState.Draft or ReferralState.AwaitingConsent => "draft",
        ReferralState.Waiting => "on-hold",
        ReferralState.Completed => "completed",
        ReferralState.EnteredInError => "entered-in-error",
        { } ended when ended.IsEnded() => "revoked",
        _ => "active",
    };
}
